package vn.daihoi.consultation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.text.Clause;
import vn.daihoi.support.IntegrationTest;

/** What a planted round brings comes out of the reports, all of it, counted once, and with nobody's name. */
@IntegrationTest
class ReportsTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    /** What must stand in no report: accounts, what a resident called the place, who typed it in. */
    private static final List<String> NAMES =
            List.of("nguoinhap.rieng", "Tên Riêng", "bientap1.", "bithu.", "Tài khoản");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Reports reports;

    @Autowired
    private ReportFiles files;

    @TempDir
    private Path folder;

    private PlantedRound round;
    private List<Clause> clauses;

    @BeforeEach
    void open() {
        round = PlantedRound.on(context, PlantedDraft.FIRST);
        clauses = round.ward.clauses();
    }

    private long clause(String begin) {
        return clauses.stream()
                .filter(clause -> clause.text().startsWith(begin))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private interface Content {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    /** The file, also left for people to look at. */
    private static byte[] file(String name, Content content) throws IOException {
        var out = new ByteArrayOutputStream();
        content.write(out);
        var kept = Files.createDirectories(Path.of("target", "reports")).resolve(name);
        Files.write(kept, out.toByteArray());
        return out.toByteArray();
    }

    @Test
    void theSynthesisCountsEveryCommentOnce() {
        PlantedDraft.comments(round, this::clause);

        var synthesis = reports.synthesis(round.ward.round);

        assertThat(synthesis.total()).isEqualTo(11);
        assertThat(synthesis.hidden()).isEqualTo(1);
        assertThat(synthesis.ungrouped()).isEqualTo(1);
        assertThat(synthesis.topics()).isEqualTo(6);
        assertThat(synthesis.of(SourceGroup.RESIDENT)).isEqualTo(4);
        assertThat(synthesis.of(SourceGroup.PARTY_MEMBER, Channel.CONFERENCE)).isEqualTo(6);
        assertThat(synthesis.of(null, Channel.PUBLIC_PAGE) + synthesis.of(null, Channel.CONFERENCE))
                .isEqualTo(synthesis.total());
        assertThat(synthesis.answers().get(Disposition.ACCEPTED)).isEqualTo(new Synthesis.Count(2, 5));
        assertThat(synthesis.answers().get(Disposition.KEPT)).isEqualTo(new Synthesis.Count(1, 2));
        assertThat(synthesis.answers().get(Disposition.NOTED)).isEqualTo(new Synthesis.Count(1, 1));
        assertThat(synthesis.unanswered()).isEqualTo(new Synthesis.Count(2, 2));
        assertThat(synthesis.undecided()).isEqualTo(new Synthesis.Count(3, 3));
        assertThat(synthesis.interim()).isTrue();
        assertThat(synthesis.silent())
                .extracting(unit -> unit.invitee().unit())
                .containsExactly(round.ward.cells.get(2), round.ward.frontUnit());
        assertThat(synthesis.agreeing())
                .extracting(unit -> unit.invitee().unit())
                .containsExactly(round.ward.cells.get(1));
        assertThat(synthesis.sections().stream().filter(section -> section.level() == 0))
                .as("what stands below the outermost headings is everything")
                .extracting(Synthesis.Section::count)
                .containsExactly(new Synthesis.Count(1, 1), new Synthesis.Count(2, 5), new Synthesis.Count(3, 4));
        assertThat(synthesis.sections())
                .extracting(Synthesis.Section::title)
                .containsExactly(
                        "Ý kiến chung về toàn văn dự thảo",
                        "Phần thứ nhất. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020–2025",
                        "Mục I. Tình hình chung",
                        "Mục II. Kết quả đạt được",
                        "Phần thứ hai. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025–2030",
                        "Mục I. Mục tiêu",
                        "Mục II. Nhiệm vụ, giải pháp",
                        "Mục II.1. Xây dựng đô thị");
        assertThat(synthesis.contested())
                .extracting(placed -> placed.topic().contested() ? "contested" : "overruled", placed -> placed.place())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("contested", "Phần thứ hai, mục II.1, điểm a"),
                        org.assertj.core.groups.Tuple.tuple("overruled", "Phần thứ nhất, mục II, đoạn 1"));
    }

    @Test
    void theSynthesisReportSaysItInTheOrderOfItsFiveParts() throws IOException {
        PlantedDraft.comments(round, this::clause);
        round.set(
                "agreed_points = ?, differing = ?, proposals = ?, silence_agrees = true",
                "Bố cục dự thảo hợp lý.\nChủ đề đại hội ngắn gọn.",
                "Mức tăng thu ngân sách.",
                "Đề nghị Đảng ủy cho ý kiến.");

        var open = reports.synthesis(round.ward.round);
        assertThat(text(open))
                .contains("Số liệu tạm tính", "(theo kế hoạch)", "Đơn vị chưa gửi ý kiến (2)")
                .doesNotContain("được coi như thống nhất");

        round.status(RoundStatus.REPORTING);
        var synthesis = reports.synthesis(round.ward.round);
        var text = text(synthesis);
        assertThat(text)
                .containsSubsequence(
                        "I. TÌNH HÌNH TỔ CHỨC LẤY Ý KIẾN",
                        "2/4 đơn vị đã tổ chức hội nghị, với 68 lượt người dự và 9 lượt phát biểu. Tổng số 11 ý kiến",
                        "Đảng viên | 6 | 0 | 0 | 6",
                        "Cộng | 7 | 0 | 4 | 11",
                        "có 1 ý kiến không đưa vào tổng hợp",
                        "Chi bộ số 3; Mặt trận Tổ quốc",
                        "được coi như thống nhất",
                        "II. NHỮNG NỘI DUNG ĐƯỢC THỐNG NHẤT CAO",
                        "Bố cục dự thảo hợp lý.",
                        "(1): Chi bộ số 2.",
                        "III. Ý KIẾN THEO TỪNG PHẦN",
                        "Phần thứ nhất",
                        "Đoạn 1: Đề nghị bổ sung số liệu so sánh với đầu nhiệm kỳ (4 ý kiến: Chi bộ số 1, Nhân dân). Tiếp thu toàn bộ.",
                        "IV. NHỮNG NỘI DUNG CÒN Ý KIẾN KHÁC NHAU",
                        "Mức tăng thu ngân sách.",
                        "V. ĐỀ XUẤT XỬ LÝ",
                        "Tiếp thu toàn bộ | 2 | 5",
                        "Cộng | 6 | 11")
                .doesNotContain(NAMES)
                .doesNotContain("bậy bạ");

        var word = file("bao-cao.docx", out -> files.synthesisAsWord(synthesis, out));
        assertThat(xml(word, "word/document.xml"))
                .contains("Dự thảo", "Bố cục dự thảo hợp lý.")
                .doesNotContain("T/M ĐẢNG ỦY")
                .doesNotContain(NAMES);
        var pdf = file("bao-cao.pdf", out -> files.synthesisAsPdf(synthesis, out));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("TÌNH HÌNH TỔ CHỨC LẤY Ý KIẾN", "Bố cục dự thảo hợp lý.")
                    .doesNotContain(NAMES);
        }
        round.status(RoundStatus.PUBLISHED);
        var issued = file("bao-cao-cuoi.docx", out -> files.synthesisAsWord(reports.synthesis(round.ward.round), out));
        assertThat(xml(issued, "word/document.xml")).contains("T/M ĐẢNG ỦY", "Nơi nhận:");
    }

    @Test
    void theExplanationTableHasOneRowForEachClusterAndTheSheetOneForEachComment() throws IOException {
        PlantedDraft.comments(round, this::clause);
        round.publish(PlantedDraft.second(clauses));
        round.status(RoundStatus.REPORTING);

        var word = file("giai-trinh.docx", out -> files.tableAsWord(round.ward.round, out));
        var xml = xml(word, "word/document.xml");
        assertThat(words(xml))
                .containsSubsequence(
                        "Tổng số đơn vị được lấy ý kiến: 4; số đơn vị đã gửi ý kiến: 2. Tổng số ý kiến nhận được: 11",
                        "Đơn vị thống nhất hoàn toàn với dự thảo: Chi bộ số 2.",
                        "Nhóm vấn đề/điều khoản",
                        "Chủ thể góp ý",
                        "Nội dung góp ý",
                        "Nội dung tiếp thu, giải trình",
                        "Phần thứ nhất. KẾT QUẢ",
                        "Chi bộ số 1 (3 ý kiến), Nhân dân (1 ý kiến)",
                        "Đề nghị bổ sung số liệu so sánh",
                        "Tiếp thu toàn bộ",
                        "Thể hiện tại: Phần thứ nhất, mục I, đoạn 1.")
                .doesNotContain(NAMES);
        assertThat(xml).contains("w:orient=\"landscape\"");
        assertThat(xml.split("<w:tblHeader", -1))
                .as("one row is repeated on each page")
                .hasSize(2);

        var sheet = file("giai-trinh.xlsx", out -> files.tableAsSheet(round.ward.round, out));
        var rows = rows(sheet, "Ý kiến");
        assertThat(rows).hasSize(1 + 11);
        assertThat(cells(rows.get(0)))
                .containsExactly(
                        "Nhóm vấn đề/điều khoản",
                        "Chủ thể góp ý",
                        "Nội dung góp ý",
                        "Nội dung tiếp thu, giải trình",
                        "Mã ý kiến",
                        "Nhóm nội dung",
                        "Đối tượng",
                        "Hình thức",
                        "Loại",
                        "Trích dẫn",
                        "Kết quả xử lý",
                        "Người đề xuất",
                        "Cấp quyết định",
                        "Vị trí sau sửa");
        var joined = rows.stream().map(row -> String.join(" | ", cells(row))).collect(Collectors.joining("\n"));
        assertThat(joined)
                .contains("Tài khoản " + round.ward.editor, "Tài khoản " + round.ward.secretary)
                .contains("Phần thứ nhất, mục I, đoạn 1")
                .doesNotContain("nguoinhap.rieng", "Tên Riêng", "bậy bạ");
        var part = xml(sheet, "xl/worksheets/sheet2.xml");
        assertThat(part).contains("<autoFilter", "state=\"frozen\"").doesNotContain("<f>");
        var counts = file("bao-cao.xlsx", out -> files.countsAsSheet(reports.synthesis(round.ward.round), out));
        assertThat(rows(counts, "Tổng hợp").stream().map(row -> String.join(" | ", cells(row))))
                .contains("Cộng | 7 | 0 | 4 | 11", "Tiếp thu toàn bộ | 2 | 5", "Chi bộ số 2 | 0 | 33 | 4 | Có");
    }

    @Test
    void hostileWordsComeOutAsWords() throws IOException, InterruptedException {
        var hostile = List.of(
                "=HYPERLINK(\"http://evil.example\",\"x\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1+1)*cmd",
                "\t=1+1",
                "<script>alert(1)</script><img src=x onerror=alert(2)>",
                "\u202Eđảo ngược\u202C \u2066ẩn\u2069 \u200B\uFEFF",
                "điều khiển \u0001\u0008\u001B\u007F\u0085 hết",
                "_x003D_1+1 ]]> <![CDATA[ & &amp; %s {0} ${7*7} [[${7*7}]]",
                "ẩ".repeat(4000),
                "https://example.org/" + "a".repeat(3900),
                "dòng một\r\ndòng hai\u2028dòng ba\u0007");
        int position = 1;
        for (var text : hostile) {
            long cluster =
                    round.alone(SourceGroup.RESIDENT, null, clauses.get(1).id(), position++, text);
            round.decide(cluster, Disposition.KEPT, text);
            round.contest(cluster);
        }
        round.set("agreed_points = ?, differing = ?, proposals = ?", hostile.get(5), hostile.get(6), hostile.get(9));
        round.status(RoundStatus.REPORTING);
        var synthesis = reports.synthesis(round.ward.round);

        var documents = List.of(
                file("xau-bao-cao.docx", out -> files.synthesisAsWord(synthesis, out)),
                file("xau-giai-trinh.docx", out -> files.tableAsWord(round.ward.round, out)));
        for (var document : documents) {
            var xml = xml(document, "word/document.xml");
            assertThat(words(xml)).contains("<script>alert(1)</script>", "=HYPERLINK(\"http://evil.example\"");
            assertThat(xml)
                    .doesNotContain("<script", "<w:hyperlink", "fldSimple", "instrText", "\u202E", "\u0001")
                    .doesNotContain("r:id=\"rId9");
            assertThat(entries(document))
                    .noneMatch(
                            name -> name.contains("vba") || name.contains("embeddings") || name.contains("oleObject"));
            assertThat(xml(document, "word/_rels/document.xml.rels")).doesNotContain("External");
            assertThat(opened(document)).contains("<script>alert(1)</script>").contains("dòng hai");
        }

        var book = file("xau-giai-trinh.xlsx", out -> files.tableAsSheet(round.ward.round, out));
        assertThat(xml(book, "xl/worksheets/sheet2.xml")).doesNotContain("<f>", "\u202E", "\u0001", "hyperlink ");
        var rows = rows(book, "Ý kiến");
        assertThat(rows).hasSize(1 + hostile.size());
        for (var row : rows) {
            assertThat(row.stream().filter(cell -> cell != null).map(cell -> cell.getType()))
                    .containsOnly(CellType.STRING);
        }
        assertThat(rows.stream().map(row -> row.getCellText(2)))
                .contains("=HYPERLINK(\"http://evil.example\",\"x\")", "@SUM(1+1)*cmd", "=1+1", "-2+3");

        var pdf = file("xau-bao-cao.pdf", out -> files.synthesisAsPdf(synthesis, out));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("<script>alert(1)</script>");
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            for (var page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
            assertThat(document.getNumberOfPages())
                    .as("long words are broken, not cut off")
                    .isGreaterThan(3);
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .chars()
                            .filter(letter -> letter == 'ẩ')
                            .count())
                    .isGreaterThan(4000);
        }
        var results = reports.results(round.ward.round, "dao nguoc", null, 0, 30);
        assertThat(results.topics()).hasSize(1);
        assertThat(results.topics().get(0).topic().gist()).isEqualTo("đảo ngược ẩn");
    }

    @Test
    void theResultIsFoundWithoutAccentsAndShowsTheNewWords() {
        PlantedDraft.comments(round, this::clause);
        round.publish(PlantedDraft.second(clauses));
        round.status(RoundStatus.PUBLISHED);
        var id = round.ward.round;

        var all = reports.results(id, "", null, 0, 30);
        assertThat(all.matching()).isEqualTo(6);
        assertThat(all.topics().get(0).topic().size()).as("the biggest first").isEqualTo(4);
        assertThat(all.topics().get(0).topic().speakers())
                .as("groups only")
                .containsExactly(new Topic.Speaker("Đảng viên", 3), new Topic.Speaker("Nhân dân", 1));
        assertThat(all.topics().get(0).now())
                .containsExactly(new Reports.Now(
                        clause("Đảng bộ có 10 chi bộ"),
                        "Phần thứ nhất, mục I, đoạn 1",
                        "Đảng bộ có 10 chi bộ với 412 đảng viên, tăng 38 đảng viên so với đầu nhiệm kỳ.",
                        false));
        assertThat(all.answers()).containsOnlyKeys(Disposition.ACCEPTED, Disposition.KEPT);
        assertThat(reports.results(id, "SO LIEU so sanh", null, 0, 30).matching())
                .isEqualTo(1);
        assertThat(reports.results(id, "_o lieu", null, 0, 30).matching()).isZero();
        assertThat(reports.results(id, "", Disposition.KEPT, 0, 30).topics())
                .extracting(one -> one.topic().answer().reason())
                .containsExactly("Chỉ tiêu đã được tính toán theo khả năng thực tế.");
        assertThat(reports.results(id, "", null, 4, 4).topics()).hasSize(2);
        assertThat(reports.results(id, "dao tau", null, 0, 30).matching()).isZero();
    }

    @Test
    void whatWasTakenOutIsShownAsGone() {
        long going = clause("Đẩy mạnh công tác tuyên truyền");
        long cluster = round.alone(SourceGroup.RESIDENT, null, going, 9, "Đề nghị bỏ đoạn này");
        round.decide(cluster, Disposition.ACCEPTED, "");
        round.prove(cluster, going);
        round.publish(PlantedDraft.second(clauses).stream()
                .filter(clause -> clause.id() != going)
                .toList());
        round.status(RoundStatus.PUBLISHED);

        assertThat(reports.results(round.ward.round, "", null, 0, 30)
                        .topics()
                        .get(0)
                        .now())
                .extracting(Reports.Now::gone, Reports.Now::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        true, "Đẩy mạnh công tác tuyên truyền, vận động Nhân dân."));
    }

    static String text(Synthesis synthesis) {
        return SynthesisText.of(synthesis).stream()
                .map(clause -> (clause.label() + " " + clause.text().replace("\t", " | ")).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String words(String xml) {
        return xml.replaceAll("</w:p>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    // the spreadsheets' parts bear their sizes behind them, which a stream of parts can't be read with
    private String xml(byte[] file, String name) throws IOException {
        try (var zip = new ZipFile(Files.write(folder.resolve("parts"), file).toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> entries(byte[] file) throws IOException {
        try (var zip = new ZipFile(Files.write(folder.resolve("parts"), file).toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<Row> rows(byte[] file, String sheet) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.findSheet(sheet).orElseThrow().read();
        }
    }

    private static List<String> cells(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    /** What LibreOffice makes of a file, as plain text. */
    private String opened(byte[] file) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(OFFICE), "skipped: no LibreOffice here");
        var source = Files.write(folder.resolve("report.docx"), file);
        var process = new ProcessBuilder(
                        OFFICE.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text (encoded):UTF8",
                        "--outdir",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice didn't come to an end");
        }
        return Files.readString(folder.resolve("report.txt"));
    }
}
