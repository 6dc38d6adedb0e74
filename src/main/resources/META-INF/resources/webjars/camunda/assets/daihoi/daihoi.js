/*
 * Shared by Tasklist, Cockpit, Admin and Welcome: each app's config.js lists it as a custom script.
 * The apps import it after they have defined their AngularJS module and before they start it,
 * so this is the moment at which their login, log-out and calendar can still be changed.
 *
 * It lies under assets/ because that is the one folder all four apps reach by the same relative path.
 */
import {translateForms} from './form-texts.js';
import {pageTab} from './page-tab.js';
import {calendar, datePickerTexts, dateFormats} from './calendar.js';

const base = document.querySelector('base');
const app = base.getAttribute('app-name');
const appRoot = base.getAttribute('app-root');
// A reverse proxy may put everything below a prefix; the webapps tell theirs, our pages are its siblings.
const home = appRoot.replace(/\/camunda$/, '') + '/';
const loginPage = `${home}dang-nhap`;

const TASK_ACTION = /(^|\/)task\/[^/]+\/(submit-form|complete|resolve|claim|unclaim|assignee|delegate)$/;
const ENGINE_PREFIX = /^Cannot [a-z ]+ [0-9a-f-]{36}: /;
const APP_NAMES = {
  tasklist: 'Danh sách việc',
  cockpit: 'Giám sát quy trình',
  admin: 'Quản trị',
  welcome: 'Ứng dụng'
};
const RETURN_MARK = 'daihoi.dangNhapLai';
const RETURN_PAUSE_MS = 10_000;

let leaving = false;

function leaveTo(address) {
  if (leaving) {
    return;
  }
  leaving = true;
  window.location.assign(address);
}

/** Where the person is now, below the prefix, so that the login page can bring them back; never the app's own login view. */
function whereNow() {
  const {pathname, search, hash} = window.location;
  return pathname.slice(home.length - 1) + search + (hash.startsWith('#/login') ? '' : hash);
}

/**
 * Our login page sends a person who is logged in straight back. If the app turns them away again at once,
 * the account may not use this app at all: then the home page is the end of the round trip, not the login page.
 */
function goToLogin() {
  if (leaving) {
    return;
  }
  const now = Date.now();
  const last = Number(sessionStorage.getItem(RETURN_MARK) || 0);
  sessionStorage.setItem(RETURN_MARK, String(now));
  leaveTo(now - last < RETURN_PAUSE_MS ? home : `${loginPage}?tiep=${encodeURIComponent(whereNow())}`);
}

function loginAndLogoutAreOurs(module) {
  module.config([
    '$routeProvider',
    routes =>
      routes.when('/login', {
        template: '',
        controller: [
          'AuthenticationService',
          '$location',
          // AngularJS calls a controller with "new", which an arrow function refuses.
          function (authentication, location) {
            authentication.getAuthentication().then(() => location.path('/'), goToLogin);
          }
        ]
      })
  ]);
  module.run([
    '$rootScope',
    root => {
      root.$on('authentication.login.required', event => {
        event.preventDefault();
        goToLogin();
      });
      root.$on('authentication.logout.success', event => {
        event.preventDefault();
        leaveTo(`${loginPage}?daThoat`);
      });
      // Logging out fails when the session has ended already; the login page finds out which it was.
      root.$on('authentication.logout.failure', event => {
        event.preventDefault();
        leaveTo(loginPage);
      });
    }
  ]);
}

/** The engine puts its own words and an id before a refusal; the clerk reads the sentence alone. */
function sentenceAlone(error) {
  if (typeof error.message === 'string') {
    error.message = error.message.replace(ENGINE_PREFIX, '');
  }
}

/** A refused action often means that somebody else was faster: show the list and the task as they are now. */
function refusedActionRefreshesTheList(module) {
  module.decorator('camAPIHttpClient', [
    '$delegate',
    '$rootScope',
    (Client, root) => {
      const post = Client.prototype.post;
      Client.prototype.post = function (path, options) {
        const {done = () => {}} = options;
        const refused = error => {
          sentenceAlone(error);
          root.$broadcast('refresh');
          refreshList();
        };
        const watched = (error, ...rest) => {
          if (error && TASK_ACTION.test(path)) {
            refused(error);
          }
          done(error, ...rest);
        };
        return post.call(this, path, {...options, done: watched});
      };
      return Client;
    }
  ]);
}

/** The app's own "refresh" passes over a list whose filter doesn't refresh by itself. */
function refreshList() {
  const list = document.querySelector('[cam-tasks]');
  const scope = list && window.angular.element(list).scope();
  if (scope && scope.tasklistData) {
    scope.tasklistData.changed('taskList');
  }
}

function calendarIsVietnamese(module) {
  module.run([
    '$locale',
    'uibDatepickerConfig',
    'uibDatepickerPopupConfig',
    (locale, datePicker, popup) => {
      Object.assign(locale.DATETIME_FORMATS, calendar);
      Object.assign(datePicker, dateFormats);
      Object.assign(popup, datePickerTexts);
    }
  ]);
  // Welcome's locale file carries no date section, and a stored locale file may be older than this script.
  if (window.moment && window.moment.locale) {
    window.moment.locale('vi');
  }
}

/** The apps have their own names fixed in English in the switch between them. */
function nameTheApps() {
  for (const [name, label] of Object.entries(APP_NAMES)) {
    const link = document.querySelector(`[cam-widget-header] .app-switch li.${name} > a`);
    if (link && link.textContent !== label) {
      link.textContent = label;
    }
  }
}

function homeLink() {
  const item = document.createElement('li');
  item.className = 'daihoi-home';
  const anchor = document.createElement('a');
  anchor.href = home;
  anchor.textContent = 'Trang chủ';
  item.append(anchor);
  return item;
}

/** The header comes from a template of the apps without a place for additions, so it is completed whenever it is drawn. */
function completeHeader() {
  const link = homeLink();
  const complete = () => {
    const menu = document.querySelector('[cam-widget-header] nav.app-menu > ul');
    if (menu && link.parentNode !== menu) {
      menu.prepend(link);
    }
    nameTheApps();
  };
  const header = document.querySelector('[cam-widget-header]');
  new MutationObserver(complete).observe(header, {childList: true, subtree: true, characterData: true});
  complete();
}

document.documentElement.lang = 'vi';
const module = window.angular.module(`cam.${app}`);
loginAndLogoutAreOurs(module);
if (app === 'tasklist') {
  refusedActionRefreshesTheList(module);
}
calendarIsVietnamese(module);
completeHeader();
translateForms();

const TABS = [
  {id: 'document', label: 'Văn kiện', folder: 'van-kien', priority: 90},
  {id: 'round', label: 'Lấy ý kiến', folder: 'lay-y-kien', priority: 80},
  {id: 'session', label: 'Buổi làm việc', folder: 'lam-viec', priority: 70},
  {id: 'dossier', label: 'Hồ sơ', folder: 'trinh-duyet', priority: 60}
];

// The apps expect plugins from a custom script.
export default app === 'tasklist' ? TABS.map(tab => pageTab(home, tab)) : [];
