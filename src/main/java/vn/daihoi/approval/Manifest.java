package vn.daihoi.approval;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of what was sent, as a text that people can read and {@code sha256sum -c} can check: whatever isn't a file stands
 * behind a {@code #}, which it passes over.
 */
final class Manifest {

    /** What it is called among the files it lists. */
    static final String NAME = "MUC-LUC.txt";

    private final List<String> lines = new ArrayList<>();

    Manifest(List<String> heading) {
        heading.forEach(this::remark);
        remark("Kiểm tra các tệp: sha256sum -c " + NAME);
    }

    /** Another item begins. */
    void item(int number, String title, String code, String note) {
        lines.add("#");
        remark(number + ". " + title + " [" + code + "]");
        if (!note.isEmpty()) {
            remark("   " + note);
        }
    }

    /** A file of the item. */
    void file(Submissions.SentFile file) {
        remark("   " + file.size() + " byte" + (file.version().isEmpty() ? "" : "; " + file.version()));
        lines.add(file.sha256() + "  " + file.name());
    }

    /** The text, one line for each. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Whatever was typed stays on its line and behind its sign. */
    private void remark(String text) {
        lines.add("# " + text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").stripTrailing());
    }
}
