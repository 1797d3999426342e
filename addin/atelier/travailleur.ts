// The workshop's own entry to the worker: built into its folder, it is kept with it for when the network is gone.
import '../travail/travailleur.ts'
