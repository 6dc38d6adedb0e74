package vn.daihoi.approval;

import java.util.Locale;

/** What kinds of files a dossier takes. */
public enum FileType {
    /** Portable document. */
    PDF("application/pdf"),
    /** Word document without macros. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Excel workbook without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Plain text that the program writes itself. */
    TXT("text/plain;charset=UTF-8");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** What its names end in, with the dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The kind a name ends in. */
    public static FileType ofName(String name) {
        for (var type : values()) {
            if (name.endsWith(type.ending())) {
                return type;
            }
        }
        throw new IllegalArgumentException("No kind of file for " + name);
    }
}
