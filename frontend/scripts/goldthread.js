// Everything here is extra: each page works without it.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs
} from "govuk-frontend";
import { Alert } from "@ministryofjustice/frontend/moj/components/alert/alert.mjs";
import { ButtonMenu } from "@ministryofjustice/frontend/moj/components/button-menu/button-menu.mjs";
import { SortableTable } from "@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs";
import { away } from "./away.js";
import { keepDrafts } from "./drafts.js";

const components = [
  Alert,
  Button,
  ButtonMenu,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  SortableTable,
  Tabs
];

function start(scope) {
  for (const component of components) {
    createAll(component, undefined, scope);
  }
}

start(document);
document.querySelectorAll("form[data-draft]").forEach(keepDrafts);
away();

// A part that htmx has swapped in is new to the components.
document.addEventListener("htmx:afterSwap", (event) => start(event.detail.elt));

// A filter applies itself as soon as it is chosen; its button stays for those who browse without scripts.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-apply-on-change]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) {
    form.requestSubmit();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) {
    window.print();
  }
});
