package vn.daihoi.document.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The texts of the corpus beside the checkout, cut into clauses without the help of any Word file. */
public final class CorpusText {

    /** Their names, without ending. */
    public static final List<String> NAMES =
            List.of("DH14_bao_cao_chinh_tri_ban_tom_luoc", "DH14_phu_luc_5_cong_tac_xay_dung_Dang");

    private static final Path FOLDER = Path.of("..", "shared", "corpus");
    private static final Pattern NOT_TEXT = Pattern.compile("(?s)\\A---\\n.*?\\n---\\n|<!--.*?-->|[*]{2}|-----");
    private static final Pattern HEADING = Pattern.compile("(#+) +(?:([IVX]+[.-]|\\d+\\.|\\(\\d+\\)) +)?(.+)");
    private static final Pattern ITEM = Pattern.compile("([-+*>]|\\d+\\.|[a-z]\\)) +(.+)");
    private static final Pattern RULE = Pattern.compile("[-|: ]+");

    private final List<Clause> clauses = new ArrayList<>();
    private int level;
    private boolean inTable;

    /** The name of the larger one. */
    public static final String LARGER = NAMES.get(1);

    private CorpusText() {}

    /** Whether a text is beside the checkout. */
    public static boolean isHere(String name) {
        return Files.exists(FOLDER.resolve(name + ".txt"));
    }

    /** Skips the test that asks where the corpus isn't beside the checkout. */
    public static List<Clause> clauses(String name) throws IOException {
        Assumptions.assumeTrue(isHere(name), "skipped: no corpus beside the checkout");
        var file = FOLDER.resolve(name + ".txt");
        var text = new CorpusText();
        NOT_TEXT.matcher(Files.readString(file)).replaceAll("").lines().forEach(line -> text.add(line.strip()));
        return List.copyOf(text.clauses);
    }

    /** The words of a text in reading order, labels included, for comparison with what came out of a file. */
    public static String words(String name) throws IOException {
        return clauses(name).stream()
                .map(clause -> clause.label() + " " + clause.text())
                .collect(Collectors.joining(" "));
    }

    /** A text as a page that word processors open, with headings, lists, tables and bold words. */
    public static String html(String name) throws IOException {
        var html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        var kind = "";
        for (var clause : clauses(name)) {
            var text = clause.text().replace("&", "&amp;").replace("<", "&lt;");
            var next = clause.kind() == ClauseKind.ITEM && clause.label().length() == 1
                    ? "ul"
                    : clause.kind() == ClauseKind.ROW ? "table" : "";
            if (!next.equals(kind)) {
                html.append(kind.isEmpty() ? "" : "</" + kind + ">").append(next.isEmpty() ? "" : "<" + next + ">");
                kind = next;
            }
            switch (clause.kind()) {
                case SECTION ->
                    html.append("<h%1$d>%2$s</h%1$d>".formatted(clause.depth() + 1, clause.label() + " " + text));
                case ROW -> html.append("<tr><td>" + text.replace("\t", "</td><td>") + "</td></tr>");
                case TABLE -> {}
                default ->
                    html.append(
                            next.equals("ul") ? "<li>" + text + "</li>" : "<p>" + clause.label() + " " + text + "</p>");
            }
        }
        return html + (kind.isEmpty() ? "" : "</" + kind + ">") + "</body></html>";
    }

    private void add(String line) {
        if (line.isEmpty() || RULE.matcher(line).matches()) {
            return;
        }
        var heading = HEADING.matcher(line);
        var item = ITEM.matcher(line);
        if (line.startsWith("|")) {
            if (!inTable) {
                add(ClauseKind.TABLE, level, "", "");
            }
            inTable = true;
            add(
                    ClauseKind.ROW,
                    level + 1,
                    "",
                    String.join("\t", line.substring(2, line.length() - 2).split(" +[|] +")));
            return;
        }
        inTable = false;
        if (heading.matches()) {
            level = Math.min(heading.group(1).length() - 1, level);
            add(ClauseKind.SECTION, level, heading.group(2) == null ? "" : heading.group(2), heading.group(3));
            level++;
        } else if (item.matches()) {
            add(ClauseKind.ITEM, level, item.group(1), item.group(2));
        } else {
            add(ClauseKind.PARAGRAPH, level, "", line);
        }
    }

    private void add(ClauseKind kind, int depth, String label, String text) {
        clauses.add(new Clause(clauses.size() + 1, kind, depth, label, text, List.of()));
    }
}
