import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const PORTES = readdirSync('core', { recursive: true, encoding: 'utf8' })
  .filter((nom) => basename(nom) === 'index.ts')
  .map((nom) => join('core', nom))

const lus = new Map<string, ts.SourceFile>()

function lire(fichier: string): ts.SourceFile {
  const deja = lus.get(fichier)
  if (deja !== undefined) return deja
  const lu = ts.createSourceFile(fichier, readFileSync(fichier, 'utf8'), ts.ScriptTarget.ESNext, true)
  lus.set(fichier, lu)
  return lu
}

interface Reexport {
  readonly nom: string
  readonly fichier: string
}

/** What a file gives under its own name from another: doors do nothing else. */
function reexports(fichier: string): readonly Reexport[] {
  return lire(fichier).statements.flatMap((instruction) => {
    if (!ts.isExportDeclaration(instruction) || instruction.isTypeOnly) return []
    const { exportClause, moduleSpecifier } = instruction
    if (exportClause === undefined || !ts.isNamedExports(exportClause) || moduleSpecifier === undefined)
      throw new Error(`${fichier}: doors give names one by one, from their file`)
    const source = join(dirname(fichier), (moduleSpecifier as ts.StringLiteral).text)
    return exportClause.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name, propertyName }) => ({ nom: (propertyName ?? name).text, fichier: source }))
  })
}

type Declaree = ts.FunctionDeclaration | ts.ClassDeclaration

/** Functions and classes that a file exports, those that it passes on included. */
function publiques(fichier: string): readonly Declaree[] {
  const siennes = lire(fichier).statements.filter(
    (instruction): instruction is Declaree =>
      (ts.isFunctionDeclaration(instruction) || ts.isClassDeclaration(instruction)) &&
      (ts.getCombinedModifierFlags(instruction) & ts.ModifierFlags.Export) !== 0,
  )
  const passees = reexports(fichier).flatMap(({ nom, fichier: source }) =>
    publiques(source).filter(({ name }) => name?.text === nom),
  )
  return [...siennes, ...passees]
}

function nommer(declaree: Declaree): string {
  return `${declaree.getSourceFile().fileName} ${declaree.name?.text ?? ''}`
}

/** Its meaning, before any tag. */
function sens(declaree: Declaree): string {
  return ts
    .getJSDocCommentsAndTags(declaree)
    .filter((doc) => ts.isJSDoc(doc))
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('')
}

function aUnExemple(declaree: Declaree): boolean {
  return ts.getJSDocTags(declaree).some(({ tagName }) => tagName.text === 'example')
}

const DECLAREES = [...new Set(PORTES.flatMap(publiques))]

describe('every function and class that a door of the core gives', () => {
  it('is found by this test', () => {
    expect(DECLAREES.map(nommer)).toContain('core/cotation/coter.ts coter')
    expect(DECLAREES.length).toBeGreaterThan(200)
  })
  it('says what it means', () => {
    expect(DECLAREES.filter((declaree) => sens(declaree).trim() === '').map(nommer)).toEqual([])
  })
  it('has an example, which exemples.test.ts runs', () => {
    expect(DECLAREES.filter((declaree) => !aUnExemple(declaree)).map(nommer)).toEqual([])
  })
})
