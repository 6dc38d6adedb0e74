package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.HostileText;
import vn.daihoi.document.DocumentType;
import vn.daihoi.document.Documents;
import vn.daihoi.document.word.PageFormat;
import vn.daihoi.document.word.PdfWriter;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.Units;
import vn.daihoi.review.Conclusion.Item;
import vn.daihoi.review.Conclusion.Part;

/** The notice of conclusion on paper. */
class NoticeTest {

    private static final Instant AT = Instant.parse("2027-03-05T07:30:00Z");
    private static final LocalDate DUE = LocalDate.of(2027, 3, 20);
    static final WorkingSession SESSION = session("Hội trường Đảng ủy phường");

    private final Notice notice = notice();

    @Test
    void anIssuedOneHasItsNumberItsPartsTheTasksAndWhoSigns() throws IOException {
        var text =
                text(notice.pdf(SESSION, conclusion("03-TB/TCT", "Công tác chuẩn bị tốt.", items("Bổ sung chỉ tiêu"))));

        assertThat(text)
                .containsSubsequence(
                        "THÀNH ỦY MẪU",
                        "TỔ CÔNG TÁC SỐ 1",
                        "Số 03-TB/TCT",
                        "THÔNG BÁO KẾT LUẬN",
                        "làm việc với Đảng ủy phường Mẫu",
                        "Tổ trưởng, Thành viên (2)",
                        "Bí thư Đảng ủy, Văn phòng Đảng ủy",
                        "14 ý kiến",
                        "1. Đánh giá chung",
                        "Công tác chuẩn bị tốt.",
                        "2. Về văn kiện",
                        "2.1.",
                        "Bổ sung chỉ tiêu",
                        "Giao Tổ biên tập thực hiện, xong trước hết ngày",
                        "20/03/2027",
                        "3. Về nhân sự",
                        "Không có kết luận riêng.",
                        "6. Về chuyển đổi số",
                        "7. Tiến độ, thời hạn trình lại",
                        "01/04/2027",
                        "2.1",
                        "Tổ biên tập",
                        "đã xác nhận trên hệ thống",
                        "Nơi nhận:",
                        "T/M TỔ CÔNG TÁC",
                        "TỔ TRƯỞNG")
                .contains("ngày 05 tháng 3 năm 2027")
                .doesNotContain("Dự thảo", "ký số");
    }

    @Test
    void aDraftSaysSoAndBearsNeitherNumberNorSignature() throws IOException {
        var draft = conclusion(null, "", List.of());

        assertThat(text(notice.pdf(SESSION, draft)))
                .contains("Dự thảo", "Số ………")
                .doesNotContain("Nơi nhận", "đã xác nhận");
        assertThat(part(notice.word(SESSION, draft), "word/document.xml"))
                .contains("Dự thảo")
                .doesNotContain("Nơi nhận");
    }

    @Test
    void whatPeopleTypedIsTextAndNothingElse() throws IOException {
        for (var hostile : HostileText.samples(40)) {
            var items = items(hostile.isBlank() ? "x" : hostile);
            var conclusion = conclusion("03-TB/TCT", hostile, items);
            var session = session(hostile);

            var word = notice.word(session, conclusion);
            var main = part(word, "word/document.xml");
            assertThat(main)
                    .as(hostile)
                    .doesNotContain("w:hyperlink", "w:object", "w:fldSimple", "w:instrText", "<script", "w:altChunk");
            assertThat(names(word)).noneMatch(name -> name.contains("vba") || name.contains("embeddings"));
            assertThat(part(word, "word/_rels/document.xml.rels")).doesNotContain("TargetMode=\"External\"");
            try (var pdf = Loader.loadPDF(notice.pdf(session, conclusion))) {
                assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
                assertThat(pdf.getDocumentCatalog().getNames() == null
                                || pdf.getDocumentCatalog().getNames().getJavaScript() == null)
                        .isTrue();
                for (var page : pdf.getPages()) {
                    assertThat(page.getAnnotations()).isEmpty();
                }
            }
        }
    }

    @Test
    void theTextThatIsKeptWhenItComesBackHasEveryItem() {
        var conclusion = conclusion(null, "Đánh giá", items("Bổ sung chỉ tiêu"));

        assertThat(notice.text(SESSION, conclusion))
                .contains("1. Đánh giá chung", "Đánh giá", "2.1. Bổ sung chỉ tiêu.");
    }

    private static Notice notice() {
        var units = mock(Units.class, CALLS_REAL_METHODS);
        when(units.find("thanhuy")).thenReturn(unit("thanhuy", UnitKind.CITY, "Thành ủy Mẫu"));
        when(units.find("tct1")).thenReturn(unit("tct1", UnitKind.WORKING_GROUP, "Tổ công tác số 1"));
        when(units.find("mau")).thenReturn(unit("mau", UnitKind.WARD, "Đảng bộ phường Mẫu"));
        var congresses = mock(Congresses.class);
        var congress = mock(Congress.class);
        when(congresses.get("c1")).thenReturn(congress);
        when(congresses.title(any())).thenReturn("Đại hội Đảng bộ phường Mẫu nhiệm kỳ 2025–2030");
        var opinions = mock(Opinions.class);
        when(opinions.ofSession("s1"))
                .thenReturn(java.util.Collections.nCopies(
                        14,
                        new Opinion(
                                1, "s1", OpinionType.AMEND, "d1", 1, 0, null, "", "Ý kiến", "", new Signed("a", AT))));
        var sessions = mock(WorkingSessions.class);
        when(sessions.members(any())).thenReturn(List.of("a", "b", "b"));
        var members = mock(Members.class);
        when(members.displayName("a")).thenReturn("Tổ trưởng");
        when(members.displayName("b")).thenReturn("Thành viên");
        var documents = mock(Documents.class);
        when(documents.types())
                .thenReturn(List.of(new DocumentType(
                        "POLITICAL_REPORT",
                        "Báo cáo chính trị",
                        "BC",
                        true,
                        new PageFormat(20, 20, 30, 15, "Times New Roman", 14, 10))));
        return new Notice(units, congresses, opinions, sessions, members, documents, new WordWriter(), new PdfWriter());
    }

    private static Optional<Unit> unit(String id, UnitKind kind, String name) {
        return Optional.of(new Unit(id, kind, name, name, null, null, 1, LocalDate.of(2025, 7, 1), null));
    }

    private static WorkingSession session(String room) {
        return new WorkingSession(
                "s1",
                "c1",
                "mau",
                "thanhuy",
                1,
                SessionStatus.ISSUED,
                "tct1",
                LocalDateTime.of(2027, 3, 2, 14, 0),
                LocalDateTime.of(2027, 3, 2, 17, 0),
                room,
                "",
                List.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of("Bí thư Đảng ủy", "Văn phòng Đảng ủy"),
                null,
                null,
                null,
                AT);
    }

    private static List<Item> items(String text) {
        var items = new ArrayList<Item>();
        items.add(new Item("i1", Part.DOCUMENTS, 1, text, Role.EDITOR, DUE));
        items.add(new Item("i2", Part.SECURITY, 2, text, null, null));
        return items;
    }

    private static Conclusion conclusion(@Nullable String number, String assessment, List<Item> items) {
        var signed = number == null ? null : new Signed("a", AT);
        return new Conclusion(
                "s1",
                assessment,
                items,
                LocalDate.of(2027, 4, 1),
                signed,
                signed,
                signed,
                null,
                number,
                number == null ? null : LocalDate.of(2027, 3, 5));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ")
                    .replace(" /", "/");
        }
    }

    private static String part(byte[] word, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(word))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    private static List<String> names(byte[] word) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(word))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
