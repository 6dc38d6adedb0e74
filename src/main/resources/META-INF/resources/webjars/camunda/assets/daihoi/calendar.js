/*
 * Vietnamese calendar texts for the two date pickers of the webapps: AngularJS UI Bootstrap
 * (due date, follow-up date) and flatpickr (date fields of Camunda Forms).
 */
const MONTHS = Array.from({length: 12}, (_, i) => `Tháng ${i + 1}`);
const SHORT_MONTHS = Array.from({length: 12}, (_, i) => `Thg ${i + 1}`);
const DAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
const SHORT_DAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];

/** Overrides of AngularJS' `$locale.DATETIME_FORMATS`; its first day of the week counts from Monday = 0. */
export const calendar = {
  MONTH: MONTHS,
  STANDALONEMONTH: MONTHS,
  SHORTMONTH: SHORT_MONTHS,
  DAY: DAYS,
  SHORTDAY: SHORT_DAYS,
  AMPMS: ['SA', 'CH'],
  FIRSTDAYOFWEEK: 0,
  fullDate: "EEEE, 'ngày' dd/MM/yyyy",
  longDate: 'dd/MM/yyyy',
  medium: 'dd/MM/yyyy HH:mm:ss',
  mediumDate: 'dd/MM/yyyy',
  mediumTime: 'HH:mm:ss',
  short: 'dd/MM/yyyy HH:mm',
  shortDate: 'dd/MM/yyyy',
  shortTime: 'HH:mm'
};

/** Head line of the date picker: "Tháng 11/2026". */
export const dateFormats = {formatDayTitle: 'MMMM/yyyy', startingDay: 1};

export const datePickerTexts = {currentText: 'Hôm nay', clearText: 'Xóa', closeText: 'Xong'};

/** Locale of flatpickr; `ordinal` is a function there. */
export const flatpickrLocale = {
  weekdays: {shorthand: SHORT_DAYS, longhand: DAYS},
  months: {shorthand: SHORT_MONTHS, longhand: MONTHS},
  firstDayOfWeek: 1,
  ordinal: () => '',
  rangeSeparator: ' đến ',
  weekAbbreviation: 'Tuần',
  scrollTitle: 'Cuộn để tăng hoặc giảm',
  toggleTitle: 'Bấm để đổi',
  yearAriaLabel: 'Năm',
  monthAriaLabel: 'Tháng',
  hourAriaLabel: 'Giờ',
  minuteAriaLabel: 'Phút'
};
