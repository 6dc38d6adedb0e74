package vn.daihoi.document.word;

import java.util.List;
import java.util.Set;
import vn.daihoi.document.text.Search;

/**
 * The heading and the signature of a document that somebody else's program laid out. Both are tables round the text, not
 * part of it, and our export puts its own there.
 */
final class ForeignFrame {

    private static final String HEADING = "dang cong san viet nam";
    private static final String RECIPIENTS = "noi nhan";
    private static final String HEADING_LEFT_OUT =
            "Phần tiêu đề đầu văn bản (tên cơ quan, số, ngày tháng) không được đưa"
                    + " vào nội dung; hệ thống tự trình bày khi xuất tệp.";
    private static final String SIGNATURE_LEFT_OUT =
            "Phần “Nơi nhận” và chữ ký cuối văn bản không được đưa vào nội dung; hệ thống tự trình bày khi xuất tệp.";

    private ForeignFrame() {}

    /** Marks a table before the first words and one after the last as frame, if they say what such tables say. */
    static void mark(List<Block> blocks, boolean accepting, Set<String> remarks) {
        int first = 0;
        while (first < blocks.size() && blank(blocks.get(first), accepting)) {
            first++;
        }
        if (first < blocks.size() && blocks.get(first).type == Block.Type.ROW) {
            int end = first;
            while (end < blocks.size() && blocks.get(end).type == Block.Type.ROW) {
                end++;
            }
            var table = blocks.subList(Math.max(0, first - 1), end);
            if (words(table, accepting).contains(HEADING)) {
                table.forEach(block -> block.frame = true);
                remarks.add(HEADING_LEFT_OUT);
            }
        }
        int last = blocks.size() - 1;
        while (last >= 0 && blank(blocks.get(last), accepting)) {
            last--;
        }
        int start = last;
        while (start >= 0 && blocks.get(start).type == Block.Type.ROW) {
            start--;
        }
        if (start >= 0 && start < last && blocks.get(start).type == Block.Type.TABLE) {
            var table = blocks.subList(start, last + 1);
            if (words(table, accepting).startsWith(RECIPIENTS)) {
                table.forEach(block -> block.frame = true);
                remarks.add(SIGNATURE_LEFT_OUT);
            }
        }
    }

    private static boolean blank(Block block, boolean accepting) {
        return block.frame || !block.text.hasWords(accepting);
    }

    private static String words(List<Block> table, boolean accepting) {
        var words = new StringBuilder();
        for (var block : table) {
            words.append(block.text.settle(accepting).text()).append(' ');
        }
        return Search.normal(words.toString()).strip();
    }
}
