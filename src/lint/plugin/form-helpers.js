/** Component types that carry a value under their key. */
const INPUTS = new Set([
  'textfield', 'number', 'textarea', 'select', 'radio', 'checkbox', 'checklist', 'taglist', 'datetime',
]);

/** All components depth first as { component, path, depth }; path is where a key is stored inside groups and lists. */
function* walk(components = [], path = '', depth = 0) {
  for (const component of components) {
    yield { component, path, depth };
    yield* walk(component.components, component.path ? `${path}${component.path}.` : path, depth + 1);
  }
}

module.exports = { INPUTS, walk };
