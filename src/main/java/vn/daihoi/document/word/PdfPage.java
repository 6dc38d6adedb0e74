package vn.daihoi.document.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.word.Redline.Block;

/** A version as the XHTML page that is printed as PDF; laid out like the Word file. */
final class PdfPage {

    /** With margins, first line, font, its sizes for the text, for small print and for the title, left column, room. */
    private static final String CSS =
            """
            @page {
              size: A4; margin: %1$dmm %2$dmm %3$dmm %4$dmm;
              @top-center { content: counter(page); font-family: %6$s; font-size: %7$dpt }
              @footnote { border-top: 0.5pt solid black; padding-top: 3pt; margin-top: 6pt }
            }
            @page:first { @top-center { content: none } }
            body { font-family: %6$s; font-size: %7$dpt; line-height: 1.2; margin: 0; word-wrap: break-word }
            p, h1, h2, h3, h4, h5, h6 { margin: 0 0 6pt; font-size: %7$dpt }
            p, .section { text-align: justify; text-indent: %5$dmm }
            .title { text-align: center; font-size: %9$dpt }
            .part { text-align: center; margin-top: 12pt }
            h1, h2, h3, h4, h5, h6 { page-break-after: avoid; font-weight: bold }
            table { width: 100%%; border-collapse: collapse }
            .rows { width: 99.7%%; -fs-table-paginate: paginate; margin-bottom: 6pt; font-size: %8$dpt }
            .rows td, .rows th {
              border: 0.5pt solid black; padding: 2pt 4pt; vertical-align: top; text-align: left; font-weight: normal
            }
            tr { page-break-inside: avoid }
            .frame td { width: 50%%; vertical-align: top; text-align: center; padding: 0 }
            .frame .left { width: %10$d%% }
            .heading { margin-bottom: 14pt }
            .frame .recipients { text-align: left; font-size: %8$dpt }
            .room { height: %11$dpt }
            .b { font-weight: bold }
            .i { font-style: italic }
            .u { text-decoration: underline }
            sup { font-size: 65%%; line-height: 1 }
            .note {
              float: footnote; display: block; font-size: %8$dpt; font-weight: normal; font-style: normal;
              text-align: justify; text-indent: 0
            }
            .note::footnote-call { content: "" }
            .note::footnote-marker { content: "" }
            """;

    private final Sheet sheet;
    private final List<Block> blocks;
    private final Xml xml;
    private int notes;

    private PdfPage(Sheet sheet) {
        this.sheet = sheet;
        blocks = Redline.unchanged(sheet.clauses());
        xml = new Xml("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "vi");
    }

    /** The page, in the font of this name. */
    static byte[] of(Sheet sheet, PageFormat format, String font) {
        PdfPage page = new PdfPage(sheet);
        page.head(css(format, font));
        page.body();
        return page.xml.bytes();
    }

    private static String css(PageFormat format, String font) {
        return String.format(
                Locale.ROOT,
                CSS,
                format.top(),
                format.right(),
                format.bottom(),
                format.left(),
                format.firstLine(),
                font,
                format.size(),
                format.size() - 2,
                format.size() + 2,
                Letterhead.LEFT_PERCENT,
                Letterhead.LINES_TO_SIGN * format.size());
    }

    private void head(String css) {
        String title = Letterhead.title(sheet);
        xml.open("head")
                .open("title")
                .text(title.isEmpty() ? sheet.issuer() : title)
                .close();
        xml.leaf("meta", "name", "author", "content", sheet.issuer());
        xml.leaf("meta", "name", "subject", "content", Letterhead.number(sheet));
        xml.open("bookmarks");
        bookmarks();
        xml.close().open("style").text(css).close().close();
    }

    /** The headings as the outline a reader's program shows. */
    private void bookmarks() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < blocks.size(); i++) {
            Clause clause = blocks.get(i).clause();
            if (!heading(clause)) {
                continue;
            }
            while (!open.isEmpty() && open.peek() >= clause.depth()) {
                open.pop();
                xml.close();
            }
            open.push(clause.depth());
            String name = (clause.label() + " " + clause.text()).strip().replace('\n', ' ');
            xml.open("bookmark", "name", name, "href", "#c" + i);
        }
        open.forEach(depth -> xml.close());
    }

    private void body() {
        xml.open("body");
        heading();
        for (int i = 0; i < blocks.size(); ) {
            int end = i;
            while (end < blocks.size() && blocks.get(end).kind() == ClauseKind.ROW) {
                end++;
            }
            if (end > i) {
                table(blocks.subList(i, end));
                i = end;
            } else {
                if (blocks.get(i).kind() != ClauseKind.TABLE) {
                    paragraph(blocks.get(i), "c" + i);
                }
                i++;
            }
        }
        signature();
        xml.close();
    }

    private static boolean heading(Clause clause) {
        return clause.kind() == ClauseKind.PART || clause.kind() == ClauseKind.SECTION;
    }

    private void paragraph(Block block, String anchor) {
        Clause clause = block.clause();
        String element = clause.kind() == ClauseKind.TITLE
                ? "h1"
                : heading(clause) ? "h" + Math.min(6, clause.depth() + 2) : "p";
        xml.open(element, "class", WordStyles.name(clause.kind()), "id", anchor);
        label(clause);
        words(clause, 0, clause.text().length(), Anchor.of(clause, block.newerNotes()));
        xml.close();
    }

    private void label(Clause clause) {
        if (!clause.label().isEmpty()) {
            stretch(clause, clause.label() + (clause.kind() == ClauseKind.PART ? "\n" : " "), Set.of());
        }
    }

    private void words(Clause clause, int start, int end, Deque<Anchor> anchors) {
        refer(anchors, start);
        for (int at = start; at < end; ) {
            Anchor next = anchors.peek();
            int step = Math.min(end - at, Look.alike(clause.marks(), at));
            step = next == null ? step : Math.min(step, next.at() - at);
            stretch(clause, clause.text().substring(at, at + step), Look.at(clause.marks(), at));
            at += step;
            refer(anchors, at);
        }
        refer(anchors, Integer.MAX_VALUE);
    }

    /** Beside marked words the others need an element too: text of the line itself is drawn first and copied first. */
    private void stretch(Clause clause, String text, Set<Mark.Style> look) {
        if (clause.marks().isEmpty()) {
            lines(text);
        } else {
            List<String> classes = look.stream()
                    .map(style -> style.name().substring(0, 1).toLowerCase(Locale.ROOT))
                    .toList();
            xml.open("span", "class", String.join(" ", classes));
            lines(text);
            xml.close();
        }
    }

    private void lines(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.leaf("br");
            }
            xml.text(lines[i]);
        }
    }

    private void refer(Deque<Anchor> anchors, int at) {
        while (!anchors.isEmpty() && anchors.element().at() <= at) {
            Clause note = anchors.remove().note().clause();
            String number = String.valueOf(++notes);
            xml.open("sup").text(number).close().open("span", "class", "note");
            xml.open("sup").text(number).close().text(" ");
            label(note);
            words(note, 0, note.text().length(), new ArrayDeque<>());
            xml.close();
        }
    }

    private void table(List<Block> rows) {
        int columns = rows.stream()
                .mapToInt(row -> Redline.columns(row.clause()))
                .max()
                .orElse(1);
        xml.open("table", "class", "rows");
        boolean headed = rows.size() > 1;
        if (headed) {
            xml.open("thead");
            row(rows.get(0), "th", columns);
            xml.close();
        }
        xml.open("tbody");
        rows.subList(headed ? 1 : 0, rows.size()).forEach(row -> row(row, "td", columns));
        xml.close().close();
    }

    private void row(Block row, String element, int columns) {
        Clause clause = row.clause();
        Deque<Anchor> anchors = Anchor.of(clause, row.newerNotes());
        String[] cells = clause.text().split("\t", -1);
        xml.open("tr");
        int start = 0;
        for (int i = 0; i < cells.length; i++) {
            int end = start + cells[i].length();
            boolean last = i == cells.length - 1;
            xml.open(element, "colspan", last ? columns - i : 1);
            if (i == 0) {
                label(clause);
            }
            words(clause, start, end, Anchor.upTo(last ? Integer.MAX_VALUE : end, anchors));
            xml.close();
            start = end + 1;
        }
        xml.close();
    }

    private void heading() {
        xml.open("table", "class", "frame heading").open("tr").open("td", "class", "left");
        if (!sheet.superior().isEmpty()) {
            line("", Letterhead.capitals(sheet.superior()));
        }
        line("b", Letterhead.capitals(sheet.issuer()));
        line("", "*");
        line("", Letterhead.number(sheet));
        if (sheet.draftMark() != null) {
            line("i", sheet.draftMark());
        }
        xml.close().open("td");
        line("b u", Letterhead.PARTY);
        line("", "\u00a0");
        line("i", Letterhead.dated(sheet));
        xml.close().close().close();
    }

    private void signature() {
        if (sheet.recipients().isEmpty() && sheet.signature().isEmpty()) {
            return;
        }
        xml.open("table", "class", "frame").open("tr").open("td", "class", "left recipients");
        if (!sheet.recipients().isEmpty()) {
            line("u", Letterhead.RECIPIENTS);
        }
        Letterhead.recipients(sheet).forEach(recipient -> line("", recipient));
        xml.close().open("td");
        for (int i = 0; i < sheet.signature().size(); i++) {
            line(i == 0 ? "b" : "", sheet.signature().get(i));
        }
        xml.leaf("div", "class", "room").close().close().close();
    }

    private void line(String look, String text) {
        xml.open("div", "class", look).text(text).close();
    }
}
