/** The errors of the host, with the codes and sentences of Office.js. */
export class ErreurRichApi extends Error {
  readonly code: string
  readonly debugInfo: { readonly code: string; readonly message: string }

  constructor(code: string, message: string) {
    super(message)
    this.name = 'RichApi.Error'
    this.code = code
    this.debugInfo = { code, message }
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  PropertyNotLoaded:
    'The property is not available. Before reading the property\'s value, call the load method on the containing object and call "context.sync()" on the associated request context.',
  ValueNotLoaded:
    'The value of the result object has not been loaded yet. Before reading the value property, call "context.sync()".',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: 'The resource being created already exists.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  AccessDenied: 'You cannot perform the requested operation.',
  GeneralException: 'There was an internal error while processing the request.',
  UndoNotSupported: "The requested operation can't be undone.",
}

/** @param precision said after the host's own sentence (which property, which object) */
export function erreurHote(code: string, precision = ''): ErreurRichApi {
  return new ErreurRichApi(code, `${MESSAGES[code] ?? code}${precision === '' ? '' : ` (${precision})`}`)
}
