export default {
  app: {
    name: 'Danh sách việc',
    vendor: 'daihoi'
  },

  // One language, ours: the apps follow the browser's language if they know it, and a clerk's Windows is often English.
  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },

  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, [ngày] DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },

  // Our own login page greets people; the apps' login view is never shown.
  disableWelcomeMessage: true,

  // Shared by all four apps, see assets/daihoi/daihoi.js.
  customScripts: ['../../assets/daihoi/daihoi'],

  // Without it a comment belongs to its task alone and can't be found from the process later.
  assignProcessInstanceIdToTaskComment: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'nhận việc đang chọn'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'chuyển tới bộ lọc đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'chuyển tới việc đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'chuyển tới ô nhập đầu tiên của biểu mẫu'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'mở cửa sổ bắt đầu quy trình'
    }
  }
};
