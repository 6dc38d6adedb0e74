const { INPUTS, walk } = require('../form-helpers');
const { labelFault } = require('../helpers');

/** Every input, answer, heading and button is read by people: labelled where a label belongs, and in Vietnamese. */
module.exports = () => (form, report) => {
  for (const { component } of walk(form.components)) {
    const texts = [...labels(component), ...optionalTexts(component).filter(Boolean)];
    texts.map(labelFault).filter(Boolean).forEach((fault) => report(component.id, fault));
  }
};

function labels({ type, subtype, label, dateLabel, timeLabel, values = [] }) {
  const answers = values.map((value) => value.label);
  if (type === 'datetime') return { date: [dateLabel], time: [timeLabel] }[subtype] ?? [dateLabel, timeLabel];
  return INPUTS.has(type) || type === 'button' ? [label, ...answers] : [];
}

function optionalTexts({ type, label, description, text }) {
  return [description, type === 'text' && text, (type === 'group' || type === 'dynamiclist') && label];
}
