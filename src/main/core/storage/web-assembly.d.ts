/** What Node has of WebAssembly and its types do not say. */
declare namespace WebAssembly {
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(code: Module, imports: Imports): Promise<Instance>;
}
