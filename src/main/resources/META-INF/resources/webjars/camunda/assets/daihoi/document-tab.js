/**
 * Tab "Văn kiện" of a task: our page of the document it is about, or a sentence that there is none.
 *
 * @param home where our pages begin, with a slash at the end
 */
export function documentTab(home) {
  return {
    id: 'daihoi.document',
    pluginPoint: 'tasklist.task.detail',
    priority: 90,
    properties: {label: 'Văn kiện'},
    render(node, {taskId}) {
      const page = document.createElement('iframe');
      page.className = 'daihoi-document';
      page.title = 'Văn kiện';
      page.src = `${home}van-kien/viec/${encodeURIComponent(taskId)}?khung=1`;
      node.replaceChildren(page);
    }
  };
}
