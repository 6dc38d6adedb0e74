export default {
  app: {
    name: 'Giám sát quy trình',
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
  customScripts: ['../../assets/daihoi/daihoi']
};
