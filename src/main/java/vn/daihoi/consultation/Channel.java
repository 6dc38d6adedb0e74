package vn.daihoi.consultation;

import java.util.Arrays;
import java.util.List;

/** The way a comment came in. */
public enum Channel {
    /** A conference of a cell or an organisation; typed in or from its spreadsheet. */
    CONFERENCE("Hội nghị"),
    /** A letter or another written opinion, typed in by the office. */
    WRITTEN("Văn bản góp ý"),
    /** The public page. */
    PUBLIC_PAGE("Trang góp ý"),
    /** A working session or a decision of the superior; never asked for by a plan. */
    SESSION("Làm việc với cấp trên");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** The ways into rounds of a kind, in their order. */
    public static List<Channel> of(RoundKind kind) {
        return Arrays.stream(values())
                .filter(channel -> (channel == SESSION) == (kind == RoundKind.SUPERIOR))
                .toList();
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
