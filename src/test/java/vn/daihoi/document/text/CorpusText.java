package vn.daihoi.document.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private CorpusText() {}

    /** Skips the test that asks where the corpus isn't beside the checkout. */
    public static List<Clause> clauses(String name) throws IOException {
        var file = FOLDER.resolve(name + ".txt");
        Assumptions.assumeTrue(Files.exists(file), "skipped: no corpus beside the checkout");
        var text = new CorpusText();
        NOT_TEXT.matcher(Files.readString(file)).replaceAll("").lines().forEach(line -> text.add(line.strip()));
        return List.copyOf(text.clauses);
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
