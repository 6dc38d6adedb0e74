/**
 * Tab of a task that shows our page of what it is about, or a sentence that there is nothing of the kind.
 *
 * @param home where our pages begin, with a slash at the end
 * @param tab its id, its label, the folder of the page below home and its place among the tabs, the highest first
 */
export function pageTab(home, {id, label, folder, priority}) {
  return {
    id: `daihoi.${id}`,
    pluginPoint: 'tasklist.task.detail',
    priority,
    properties: {label},
    render(node, {taskId}) {
      const page = document.createElement('iframe');
      page.className = 'daihoi-page';
      page.title = label;
      page.src = `${home}${folder}/viec/${encodeURIComponent(taskId)}?khung=1`;
      node.replaceChildren(page);
    }
  };
}
