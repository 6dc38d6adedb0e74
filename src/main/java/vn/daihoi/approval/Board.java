package vn.daihoi.approval;

import vn.daihoi.organisation.Role;

/** Who appraises a dossier on the superior's side. */
public enum Board {
    /** The organisation board. */
    ORGANISATION(Role.SUPERIOR_ORGANISATION, "Ban Tổ chức"),
    /** The propaganda board. */
    PROPAGANDA(Role.SUPERIOR_PROPAGANDA, "Ban Tuyên giáo và Dân vận"),
    /** The office. */
    OFFICE(Role.SUPERIOR_OFFICE, "Văn phòng");

    private final Role role;
    private final String title;

    Board(Role role, String title) {
        this.role = role;
        this.title = title;
    }

    /** Who speaks for it, in the superior. */
    public Role role() {
        return role;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
