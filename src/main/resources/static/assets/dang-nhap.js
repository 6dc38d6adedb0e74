// The login page: fills in a demo account, and keeps the part of the address that no server sees (#/?task=…).
const form = document.getElementById('login-form');

if (location.hash.length > 1) {
  form.elements.tiep.value += location.hash;
}

for (const button of document.querySelectorAll('.login-account')) {
  button.addEventListener('click', () => {
    form.elements.username.value = button.dataset.user;
    form.elements.password.value = button.dataset.password;
    form.querySelector('button[type=submit]').focus();
  });
}
