package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.word.Docx.bold;
import static vn.daihoi.document.word.Docx.cell;
import static vn.daihoi.document.word.Docx.centred;
import static vn.daihoi.document.word.Docx.level;
import static vn.daihoi.document.word.Docx.list;
import static vn.daihoi.document.word.Docx.lists;
import static vn.daihoi.document.word.Docx.numbered;
import static vn.daihoi.document.word.Docx.p;
import static vn.daihoi.document.word.Docx.para;
import static vn.daihoi.document.word.Docx.piece;
import static vn.daihoi.document.word.Docx.r;
import static vn.daihoi.document.word.Docx.row;
import static vn.daihoi.document.word.Docx.run;
import static vn.daihoi.document.word.Docx.style;
import static vn.daihoi.document.word.Docx.styled;
import static vn.daihoi.document.word.Docx.table;
import static vn.daihoi.document.word.Readings.lines;
import static vn.daihoi.document.word.Readings.propose;
import static vn.daihoi.document.word.Readings.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.document.text.Mark;

/** How paragraphs, lists, tables and notes of a file become clauses. */
class StructureTest {

    @Test
    void typedLabelsMakeTheTreeOfAReport() {
        WordFile file = propose(Docx.of(
                centred("BÁO CÁO CHÍNH TRỊ"),
                centred("của Ban Chấp hành Đảng bộ phường"),
                centred("-----"),
                p("Thực hiện chỉ thị của cấp trên, Đảng ủy trình đại hội báo cáo sau."),
                centred("PHẦN THỨ NHẤT"),
                centred("KẾT QUẢ NHIỆM KỲ QUA"),
                para("", bold("I. ĐẶC ĐIỂM TÌNH HÌNH")),
                p("1. Thuận lợi"),
                p("Phường có vị trí trung tâm."),
                p("1.1. Về kinh tế"),
                p("a) Thương mại tăng khá;"),
                p("- Chợ được sửa chữa;"),
                p("+ Đã xong giai đoạn một;"),
                p("- Siêu thị được mở."),
                p("b) Dịch vụ phát triển."),
                p("1.2. Về văn hóa"),
                p("2. Khó khăn"),
                p("(1) Thiếu vốn."),
                p("(2) Thiếu đất."),
                p("II- KẾT QUẢ"),
                centred("PHẦN THỨ HAI"),
                centred("PHƯƠNG HƯỚNG"),
                p("I. Mục tiêu")));
        assertThat(lines(file))
                .containsExactly(
                        "TITLE BÁO CÁO CHÍNH TRỊ",
                        "TITLE của Ban Chấp hành Đảng bộ phường",
                        "PARAGRAPH Thực hiện chỉ thị của cấp trên, Đảng ủy trình đại hội báo cáo sau.",
                        "PART [PHẦN THỨ NHẤT] KẾT QUẢ NHIỆM KỲ QUA",
                        " SECTION [I.] ĐẶC ĐIỂM TÌNH HÌNH",
                        "  SECTION [1.] Thuận lợi",
                        "   PARAGRAPH Phường có vị trí trung tâm.",
                        "   SECTION [1.1.] Về kinh tế",
                        "    ITEM [a)] Thương mại tăng khá;",
                        "     ITEM [-] Chợ được sửa chữa;",
                        "      ITEM [+] Đã xong giai đoạn một;",
                        "     ITEM [-] Siêu thị được mở.",
                        "    ITEM [b)] Dịch vụ phát triển.",
                        "   SECTION [1.2.] Về văn hóa",
                        "  SECTION [2.] Khó khăn",
                        "   ITEM [(1)] Thiếu vốn.",
                        "   ITEM [(2)] Thiếu đất.",
                        " SECTION [II-] KẾT QUẢ",
                        "PART [PHẦN THỨ HAI] PHƯƠNG HƯỚNG",
                        " SECTION [I.] Mục tiêu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phần thứ nhất: Tình hình | PART | Phần thứ nhất: | Tình hình",
                "PHẦN I. TÌNH HÌNH | PART | PHẦN I. | TÌNH HÌNH",
                "Phần mở đầu | PART | Phần mở đầu | ''",
                "I. Tình hình | SECTION | I. | Tình hình",
                "I- Tình hình | SECTION | I- | Tình hình",
                "I - Tình hình | SECTION | I - | Tình hình",
                "1. Tình hình | SECTION | 1. | Tình hình",
                "1. Tăng thu nhập của người dân lên gấp đôi. | ITEM | 1. | Tăng thu nhập của người dân lên gấp đôi.",
                "1) Tình hình | SECTION | 1) | Tình hình",
                "1.1. Tình hình | SECTION | 1.1. | Tình hình",
                "(1) Giữ vững ổn định; | ITEM | (1) | Giữ vững ổn định;",
                "a) Giữ vững ổn định | ITEM | a) | Giữ vững ổn định",
                "a. Giữ vững ổn định | ITEM | a. | Giữ vững ổn định",
                "đ) Giữ vững ổn định | ITEM | đ) | Giữ vững ổn định",
                "- Giữ vững ổn định | ITEM | - | Giữ vững ổn định",
                "-Giữ vững ổn định | ITEM | - | Giữ vững ổn định",
                "– Giữ vững ổn định | ITEM | – | Giữ vững ổn định",
                "+ Giữ vững ổn định | ITEM | + | Giữ vững ổn định",
                "• Giữ vững ổn định | ITEM | • | Giữ vững ổn định",
                "* Giữ vững ổn định | ITEM | * | Giữ vững ổn định",
                "Chương I. Tình hình | SECTION | Chương I. | Tình hình",
                "Điều 1. Phạm vi | SECTION | Điều 1. | Phạm vi",
            })
    void labelsAreSplitOffAsPrinted(String typed, String kind, String label, String text) {
        var clause = propose(Docx.of(p(typed))).clauses().get(0).clause();
        assertThat(clause.kind().name()).isEqualTo(kind);
        assertThat(clause.label()).isEqualTo(label);
        assertThat(clause.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025 là năm cuối của nhiệm kỳ.",
                "1.234 tỷ đồng được giải ngân.",
                "20/2/2025 là ngày khai mạc.",
                "6,2% là mức tăng bình quân.",
                "30.4 là ngày lễ lớn.",
                "A. Nguyễn phát biểu ý kiến.",
                "V. I. Lênin đã chỉ rõ điều đó.",
                "12 đồng chí được bầu.",
                "Phần thứ nhất của báo cáo đánh giá kết quả, phần thứ hai nêu phương hướng.",
                "-5% so với năm trước.",
                "+84 là mã vùng.",
                "Vì vậy phải làm ngay.",
                "5. 000 đồng là mức đóng."
            })
    void whatOnlyLooksLikeALabelStaysInTheText(String text) {
        assertThat(lines(propose(Docx.of(p(text))))).containsExactly("PARAGRAPH " + text);
    }

    @Test
    void headingStylesDecideOnDepth() {
        WordFile file = propose(Docx.of(
                        styled("Title", "Báo cáo chính trị"),
                        styled("H1", "Tình hình"),
                        styled("H2", "Kết quả"),
                        p("Đã làm được nhiều việc."),
                        styled("H3", "a) Kinh tế"),
                        p("Tăng khá."),
                        styled("H2b", "Hạn chế"),
                        styled("H1", "Phương hướng"),
                        para("<w:outlineLvl w:val=\"1\"/>", r("Mục tiêu")))
                .styles(HEADINGS));
        assertThat(lines(file))
                .containsExactly(
                        "TITLE Báo cáo chính trị",
                        "SECTION Tình hình",
                        " SECTION Kết quả",
                        "  PARAGRAPH Đã làm được nhiều việc.",
                        "  SECTION [a)] Kinh tế",
                        "   PARAGRAPH Tăng khá.",
                        " SECTION Hạn chế",
                        "SECTION Phương hướng",
                        " SECTION Mục tiêu");
    }

    private static final String HEADINGS = style("Title", "Title", "")
            + style("H1", "heading 1", "<w:rPr><w:b/></w:rPr>")
            + style("H2", "heading 2", "")
            + style("H3", "heading 3", "")
            + style("H2b", "Của cơ quan", "<w:basedOn w:val=\"H2\"/>");

    @Test
    void depthNeverGrowsByMoreThanOne() {
        WordFile file = propose(Docx.of(styled("H3", "Một"), styled("H3", "Hai"), p("- Gạch"), p("+ Cộng"))
                .styles(HEADINGS));
        assertThat(lines(file)).containsExactly("SECTION Một", "SECTION Hai", " ITEM [-] Gạch", "  ITEM [+] Cộng");
    }

    @Test
    void aNumberedListInsideANumberedSectionLiesInsideIt() {
        WordFile file = propose(Docx.of(
                para("", bold("1. Nhiệm vụ")),
                p("1. Làm việc thứ nhất."),
                p("2. Làm việc thứ hai."),
                para("", bold("2. Giải pháp")),
                p("1. Giải pháp đầu.")));
        assertThat(lines(file))
                .containsExactly(
                        "SECTION [1.] Nhiệm vụ",
                        " ITEM [1.] Làm việc thứ nhất.",
                        " ITEM [2.] Làm việc thứ hai.",
                        "SECTION [2.] Giải pháp",
                        " ITEM [1.] Giải pháp đầu.");
    }

    @Test
    void automaticNumbersAreCountedAsWordPrintsThem() {
        String numbering = lists(
                        7,
                        level(0, "upperRoman", "%1.", ""),
                        level(1, "decimal", "%2.", ""),
                        level(2, "decimal", "%2.%3.", ""),
                        level(3, "lowerLetter", "%4)", ""),
                        level(4, "bullet", "\uf0b7", ""),
                        level(5, "lowerRoman", "(%6)", ""),
                        level(6, "upperLetter", "%7.", "<w:lvlRestart w:val=\"0\"/>"),
                        level(7, "decimal", "%1.%8", "<w:isLgl/>"))
                + list(1, 7, "")
                + list(2, 7, "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");
        WordFile file = propose(Docx.of(
                        numbered(1, 0, "Một"),
                        numbered(1, 1, "Hai"),
                        numbered(1, 2, "Ba."),
                        numbered(1, 2, "Bốn."),
                        numbered(1, 3, "Năm"),
                        numbered(1, 4, "Sáu"),
                        numbered(1, 5, "Bảy."),
                        numbered(1, 1, "Tám"),
                        numbered(1, 2, "Chín."),
                        numbered(0, 0, "Không đánh số"),
                        numbered(1, 6, "Mười"),
                        numbered(1, 0, "Mười một"),
                        numbered(1, 6, "Mười hai"),
                        numbered(1, 7, "Mười ba"),
                        numbered(2, 1, "Bắt đầu lại"),
                        numbered(2, 1, "Tiếp"))
                .numbering(numbering));
        assertThat(file.clauses().stream().map(in -> in.clause().label()))
                .containsExactly(
                        "I.", "1.", "1.1.", "1.2.", "a)", "•", "(i)", "2.", "2.1.", "", "A.", "II.", "B.", "2.1", "5.",
                        "6.");
        assertThat(file.clauses().stream().limit(8).map(in -> in.clause().depth()))
                .containsExactly(0, 1, 2, 2, 3, 4, 5, 1);
    }

    @Test
    void listsHangOnStylesToo() {
        String numbering = lists(
                        3,
                        level(0, "decimal", "%1.", "<w:pStyle w:val=\"H1\"/>"),
                        level(1, "decimal", "%1.%2.", "<w:pStyle w:val=\"H2\"/>"))
                + list(4, 3, "");
        String styles = style("H1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr>")
                + style("H2", "heading 2", "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr>");
        WordFile file = propose(Docx.of(
                        styled("H1", "Một"),
                        styled("H2", "Một một"),
                        styled("H2", "Một hai"),
                        styled("H1", "Hai"),
                        para("<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", r("Không số")))
                .styles(styles)
                .numbering(numbering));
        assertThat(lines(file))
                .containsExactly(
                        "SECTION [1.] Một",
                        " SECTION [1.1.] Một một",
                        " SECTION [1.2.] Một hai",
                        "SECTION [2.] Hai",
                        "SECTION Không số");
    }

    @Test
    void tablesBecomeRows() {
        WordFile file = propose(Docx.of(
                p("I. Chỉ tiêu"),
                table(
                        row(cell(p("Chỉ tiêu")), cell(p("Đơn vị")), cell(p("2030"))),
                        row(
                                "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p("Gộp ngang") + "</w:tc>",
                                cell(p("dòng một"), p(""), p("dòng hai"))),
                        row(
                                "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + p("Gộp dọc") + "</w:tc>",
                                cell(p("a")),
                                cell(p("b"))),
                        row(
                                "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("") + "</w:tc>",
                                cell(table(row(cell(p("lồng một")), cell(p("lồng hai")))), p("")),
                                cell(p("c"))),
                        row(cell(p("")), cell(p("")), cell(p("")))),
                p("Hết bảng.")));
        assertThat(lines(file))
                .containsExactly(
                        "SECTION [I.] Chỉ tiêu",
                        " TABLE ",
                        "  ROW Chỉ tiêu>Đơn vị>2030",
                        "  ROW Gộp ngang>>dòng một|dòng hai",
                        "  ROW Gộp dọc>a>b",
                        "  ROW >lồng một|lồng hai>c",
                        " PARAGRAPH Hết bảng.");
        assertThat(file.remarks()).hasSize(1).first().asString().contains("Bảng nằm trong ô");
    }

    @Test
    void footnotesFollowTheirClause() {
        WordFile file = propose(Docx.of(
                        para(
                                "",
                                r("Tăng 8,5%"),
                                piece("<w:footnoteReference w:id=\"2\"/>"),
                                r(" so với năm trước"),
                                piece("<w:footnoteReference w:id=\"3\"/>"),
                                r(".")),
                        p("Đoạn sau."))
                .footnotes("<w:footnote w:type=\"separator\" w:id=\"0\">" + p("") + "</w:footnote>"
                        + "<w:footnote w:id=\"2\">" + para("", piece("<w:footnoteRef/>"), r(" Theo báo cáo năm."))
                        + "</w:footnote>"
                        + "<w:footnote w:id=\"3\">" + p("Dòng một.") + p("Dòng hai.") + "</w:footnote>"));
        assertThat(lines(file))
                .containsExactly(
                        "PARAGRAPH Tăng 8,5% so với năm trước.",
                        " NOTE Theo báo cáo năm.", " NOTE Dòng một.|Dòng hai.", "PARAGRAPH Đoạn sau.");
        assertThat(file.clauses().get(0).clause().marks())
                .containsExactly(new Mark(Mark.Style.NOTE, 9, 9), new Mark(Mark.Style.NOTE, 26, 26));
    }

    @Test
    void wordsAreTakenAsTheyAreSeen() {
        WordFile file = propose(Docx.of(
                para("", r("  Nhiều   khoảng\u00a0trắng "), piece("<w:tab/>"), r(" và  tab  ")),
                para("", r("Ngắt"), piece("<w:br/>"), r("dòng"), piece("<w:br w:type=\"page\"/>"), r(" trang")),
                para("", r("a\u0302"), r("\u0301m tổ hợp")),
                para("", r("Đảng"), piece("<w:noBreakHyphen/>"), r("đoàn"), piece("<w:softHyphen/>"), r(" viên")),
                para("", piece("<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>"), r(" mũi tên")),
                para("", "<w:hyperlink r:id=\"rId9\">" + r("liên kết") + "</w:hyperlink>", r(" thường")),
                para("", "<w:sdt><w:sdtContent>" + r("điều khiển") + "</w:sdtContent></w:sdt>", r(" nội dung")),
                "<w:sdt><w:sdtContent>" + p("khối điều khiển") + "</w:sdtContent></w:sdt>",
                para("", "<w:smartTag w:element=\"x\">" + r("thẻ") + "</w:smartTag>", r(" thông minh")),
                para(
                        "",
                        r("Trang "),
                        piece("<w:fldChar w:fldCharType=\"begin\"/>"),
                        piece("<w:instrText>PAGEREF x</w:instrText>"),
                        piece("<w:fldChar w:fldCharType=\"separate\"/>"),
                        r("12"),
                        piece("<w:fldChar w:fldCharType=\"end\"/>")),
                para("", "<w:fldSimple w:instr=\"REF y\">" + r("tham chiếu") + "</w:fldSimple>"),
                para("", r("thấy"), run("<w:vanish/>", " ẩn")),
                p(""),
                p("   ")));
        assertThat(texts(file))
                .containsExactly(
                        "Nhiều khoảng trắng và tab",
                        "Ngắt\ndòng trang",
                        "ấm tổ hợp",
                        "Đảng-đoàn viên",
                        "→ mũi tên",
                        "liên kết thường",
                        "điều khiển nội dung",
                        "khối điều khiển",
                        "thẻ thông minh",
                        "Trang 12",
                        "tham chiếu",
                        "thấy");
        assertThat(file.remarks())
                .hasSize(2)
                .anyMatch(r -> r.contains("Chữ ẩn"))
                .anyMatch(r -> r.contains("Trường"));
    }

    @Test
    void marksCountInTheFinalText() {
        WordFile file = propose(
                Docx.of(
                                para(
                                        "",
                                        r("1. Chữ "),
                                        bold("đậm"),
                                        bold(" nối"),
                                        r(" và "),
                                        run("<w:i/><w:u w:val=\"single\"/>", "nghiêng"),
                                        r(".")),
                                para("", bold("2. Tiêu đề đậm")),
                                para("<w:pStyle w:val=\"B\"/>", r("Đậm theo kiểu đoạn.")),
                                para("", run("<w:rStyle w:val=\"Strong\"/>", "Mạnh"), r(" theo kiểu chữ.")))
                        .styles(
                                style("B", "B", "<w:rPr><w:b/></w:rPr>")
                                        + "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"));
        assertThat(file.clauses().get(0).clause().marks())
                .containsExactly(
                        new Mark(Mark.Style.BOLD, 4, 11),
                        new Mark(Mark.Style.ITALIC, 15, 22),
                        new Mark(Mark.Style.UNDERLINE, 15, 22));
        assertThat(file.clauses().get(1).clause().marks())
                .as("headings are bold anyway")
                .isEmpty();
        assertThat(file.clauses().get(2).clause().marks()).isEmpty();
        assertThat(file.clauses().get(3).clause().marks()).containsExactly(new Mark(Mark.Style.BOLD, 0, 4));
    }

    @Test
    void aTableOfContentsIsLeftOut() {
        WordFile file = propose(Docx.of(
                        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
                                + p("Mục lục tự động") + "</w:sdtContent></w:sdt>",
                        para(
                                "",
                                piece("<w:fldChar w:fldCharType=\"begin\"/>"),
                                piece("<w:instrText> TOC \\o \"1-3\" </w:instrText>"),
                                piece("<w:fldChar w:fldCharType=\"separate\"/>"),
                                r("I. Dòng mục lục 3")),
                        p("II. Dòng mục lục 4"),
                        para("", piece("<w:fldChar w:fldCharType=\"end\"/>")),
                        styled("T", "III. Dòng mục lục 5"),
                        p("I. Thật"))
                .styles(style("T", "toc 1", "")));
        assertThat(lines(file)).containsExactly("SECTION [I.] Thật");
        assertThat(file.remarks()).hasSize(1).first().asString().contains("Mục lục");
    }

    @Test
    void textBoxesAreReadOnceAndPicturesRemarked() {
        String words = "<w:txbxContent>" + p("Chữ trong khung") + "</w:txbxContent>";
        String shape =
                "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" name=\"x\"/>"
                        + "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
                        + "<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>" + words
                        + "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
                        + "<mc:Fallback><w:pict><v:shape id=\"s\"><v:textbox>" + words
                        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>";
        WordFile file = propose(Docx.of(
                para("", r("Đoạn có khung."), piece(shape)),
                para(
                        "",
                        r("Khung kiểu cũ."),
                        piece("<w:pict><v:shape id=\"t\"><v:textbox>" + words + "</v:textbox></v:shape></w:pict>")),
                para("", r("Có hình."), piece("<w:pict><v:shape id=\"u\"/></w:pict>"))));
        assertThat(texts(file))
                .containsExactly("Đoạn có khung.", "Chữ trong khung", "Khung kiểu cũ.", "Chữ trong khung", "Có hình.");
        assertThat(file.remarks()).hasSize(2).anyMatch(r -> r.contains("khung")).anyMatch(r -> r.contains("Hình ảnh"));
    }

    @Test
    void aFileWithoutWordsIsRefused() {
        assertThat(Readings.refusal(Docx.of(p(" "), p("")).bytes())).contains("không có chữ");
    }

    @Test
    void headersAndFootersAreNoText() {
        WordFile file = propose(Docx.of(p("Nội dung")).header(p("Đầu trang")));
        assertThat(texts(file)).isEqualTo(List.of("Nội dung"));
    }

    @Test
    void headingAndSignatureOfOtherProgramsAreNoPartOfTheText() {
        var file = propose(Docx.of(
                p(""),
                table(
                        row(cell(p("ĐẢNG BỘ THÀNH PHỐ")), cell(p("ĐẢNG CỘNG SẢN VIỆT NAM"))),
                        row(cell(p("Số      -BC/ĐU")), cell(p("ngày    tháng    năm 2026")))),
                centred("BÁO CÁO CHÍNH TRỊ"),
                p("Đảng bộ có 42 chi bộ."),
                table(row(cell(p("Chỉ tiêu")), cell(p("Mục tiêu"))), row(cell(p("Kết nạp đảng viên")), cell(p("3 %")))),
                p("Hết."),
                table(row(cell(p("Nơi nhận:"), p("- Lưu Văn phòng.")), cell(p("T/M ĐẢNG ỦY"), p("BÍ THƯ"))))));
        assertThat(texts(file))
                .containsExactly(
                        "BÁO CÁO CHÍNH TRỊ",
                        "Đảng bộ có 42 chi bộ.",
                        "",
                        "Chỉ tiêu\tMục tiêu",
                        "Kết nạp đảng viên\t3 %",
                        "Hết.");
        assertThat(file.remarks()).hasSize(2);
    }

    @Test
    void whatWasTypedBehindOurSignatureIsNotLost() {
        var file = propose(Docx.of(
                p("Đảng bộ có 42 chi bộ."),
                styled("DaihoiFrameGap", " "),
                table(row(
                        cell(styled("DaihoiFrameRecipients", "Nơi nhận:")),
                        cell(styled("DaihoiFrameCentred", "BÍ THƯ")))),
                styled("DaihoiFrameGap", "Phụ lục: danh mục công trình.")));
        assertThat(texts(file)).containsExactly("Đảng bộ có 42 chi bộ.", "Phụ lục: danh mục công trình.");
    }
}
