package vn.daihoi.congress;

/**
 * One thing a dossier consists of, a row of the decision table {@code dossierChecklist}.
 *
 * @param code stable code, such as {@code POLITICAL_REPORT}
 * @param title as shown
 * @param kind where it comes from
 * @param required whether the dossier is incomplete without it
 * @param basis where this was found, for the reader to check; empty when the table doesn't say
 */
public record ChecklistItem(String code, String title, Kind kind, boolean required, String basis) {

    /** Where an item comes from. */
    public enum Kind {
        /** The program assembles it from its records. */
        SYSTEM("Hệ thống tự tập hợp"),
        /** The office uploads it. */
        UPLOAD("Tải tệp lên"),
        /** It stays on paper; only a receipt is noted, see the domain study §7.1. */
        PAPER("Bản giấy");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }
}
