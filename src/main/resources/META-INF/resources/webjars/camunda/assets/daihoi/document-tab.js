/** Tab "Văn kiện" of a task that prepares a document: our page of that document. */
const PROCESS = 'documentPreparation:';

async function json(address) {
  const answer = await fetch(address, {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
  if (!answer.ok) {
    throw new Error(`${answer.status} ${address}`);
  }
  return answer.json();
}

/** Id of the document a task is about, null for other tasks. */
async function documentOf(engine, task) {
  const {processDefinitionId, processInstanceId} = await json(`${engine}/task/${encodeURIComponent(task)}`);
  if (!processInstanceId || !(processDefinitionId || '').startsWith(PROCESS)) {
    return null;
  }
  return (await json(`${engine}/process-instance/${encodeURIComponent(processInstanceId)}`)).businessKey;
}

function sentence(words) {
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  return paragraph;
}

function frame(address) {
  const inside = document.createElement('iframe');
  inside.className = 'daihoi-document';
  inside.title = 'Văn kiện';
  inside.src = address;
  return inside;
}

/**
 * The plugin.
 *
 * @param home where our pages begin, with a slash at the end
 * @param engineRest where the engine's resources are
 */
export function documentTab(home, engineRest) {
  let shown = 0;
  return {
    id: 'daihoi.document',
    pluginPoint: 'tasklist.task.detail',
    priority: 90,
    properties: {label: 'Văn kiện'},
    render(node, {taskId}) {
      const mine = ++shown;
      node.replaceChildren(sentence('Đang mở văn kiện…'));
      documentOf(engineRest, taskId).then(
        id => {
          // another task may have been chosen meanwhile
          if (mine === shown) {
            node.replaceChildren(
              id ? frame(`${home}van-kien/${encodeURIComponent(id)}?khung=1`) : sentence('Việc này không gắn với văn kiện nào.')
            );
          }
        },
        () => {
          if (mine === shown) {
            node.replaceChildren(sentence('Không mở được văn kiện của việc này.'));
          }
        }
      );
    },
    unmount() {
      shown++;
    }
  };
}
