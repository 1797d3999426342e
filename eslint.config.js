import js from '@eslint/js'
import officeAddins from 'eslint-plugin-office-addins'
import tseslint from 'typescript-eslint'

const HORS_ADAPTATEUR = 'Office.js is spoken in addin/excel only: everything else works on the table interface.'

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'sortie/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'no-restricted-globals': [
        'error',
        ...['Office', 'Excel', 'OfficeRuntime', 'CustomFunctions'].map((name) => ({ name, message: HORS_ADAPTATEUR })),
      ],
    },
  },
  {
    files: ['eslint.config.js', '**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['addin/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: { ...officeAddins.configs.recommended.rules, 'no-restricted-globals': 'off' },
  },
)
