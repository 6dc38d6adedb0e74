package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.consultation.SheetReader.Fault;
import vn.daihoi.consultation.SheetReader.Good;
import vn.daihoi.consultation.SheetReader.Read;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

class SheetReaderTest {

    private static final String[] HEADINGS = {
        "STT", "Vị trí (mã đoạn)", "Trích đoạn", "Loại ý kiến", "Nội dung góp ý", "Nhóm"
    };
    private static final SheetReader CELL = new SheetReader(Set.of(1L, 2L, 12L), Conferences.groups(Invitee.Kind.CELL));
    private static final SheetReader ORGANISATION =
            new SheetReader(Set.of(1L, 2L, 12L), Conferences.groups(Invitee.Kind.ORGANISATION));

    @Test
    void whatWasFilledIntoTheTemplateComesBack() {
        var clauses = List.of(
                new Clause(1, ClauseKind.SECTION, 0, "I.", "=Mục tiêu", List.of()),
                new Clause(12, ClauseKind.ROW, 0, "", "Chỉ tiêu\t80 %\u0000", List.of()));
        var template = new SheetTemplate(clauses, Conferences.groups(Invitee.Kind.CELL))
                .write("Báo cáo chính trị, vòng 1", "Chi bộ số 1");

        assertThat(SheetGuard.refusal(template)).isNull();
        assertThat(rows(CELL.read(template))).isEqualTo(new Read.Rows(List.of(), List.of()));
        assertThat(part(template, "xl/worksheets/sheet1.xml")).contains("type=\"list\"", "n'!$A$2:$A$4<");
    }

    @Test
    void rowsAreReadAsPeopleFillThemIn() {
        var rows = rows(CELL.read(sheet(
                row(1, "Đ12", "nguyên văn", "Sửa nội dung", "Sửa thành “80 %”", "Đảng viên"),
                row(2, "d 12", null, "SUA NOI DUNG", "  hai\ndòng ", null),
                row(3, 12, null, "Bổ sung", 2030, null),
                row(null, "toàn văn", null, "Đồng tình", "=Nhất trí", null),
                row(5, null, null, null, null, null),
                row(6, "Đ1 – I. Mục tiêu", null, "ý kiến khác", "Câu hỏi", null))));

        assertThat(rows.faults()).isEmpty();
        assertThat(rows.good())
                .containsExactly(
                        new Good(
                                2,
                                new Said(
                                        12,
                                        "nguyên văn",
                                        CommentType.AMEND,
                                        "Sửa thành “80 %”",
                                        SourceGroup.PARTY_MEMBER)),
                        new Good(3, new Said(12, "", CommentType.AMEND, "hai\ndòng")),
                        new Good(4, new Said(12, "", CommentType.ADD, "2030")),
                        new Good(5, new Said(0, "", CommentType.AGREE, "=Nhất trí")),
                        new Good(7, new Said(1, "", CommentType.OTHER, "Câu hỏi")));
    }

    @Test
    void everyBadRowIsNamedWithColumnAndReason() {
        var rows = rows(CELL.read(sheet(
                row(1, "Đ99", null, "Bổ sung", "Thêm", null),
                row(2, null, null, "Bổ sung", "Thêm", null),
                row(3, "chỗ kia", null, "Phản đối", "Không", "Nhân dân"),
                row(4, "Đ1", null, null, null, null),
                row(5, "Đ1", null, "Bổ sung", "x".repeat(4001), null),
                row(6, "Đ1", null, "Bổ sung", "Tốt", null))));

        assertThat(rows.good()).extracting(Good::row).containsExactly(7);
        assertThat(rows.faults())
                .extracting(Fault::row, Fault::column)
                .containsExactly(
                        tuple(2, "Vị trí (mã đoạn)"),
                        tuple(3, "Vị trí (mã đoạn)"),
                        tuple(4, "Vị trí (mã đoạn)"),
                        tuple(4, "Loại ý kiến"),
                        tuple(4, "Nhóm"),
                        tuple(5, "Loại ý kiến"),
                        tuple(5, "Nội dung góp ý"),
                        tuple(6, "Nội dung góp ý"));
        assertThat(rows.faults())
                .extracting(Fault::reason)
                .anyMatch(reason -> reason.contains("“Đ99”"))
                .anyMatch(reason -> reason.contains("ô đã gộp"))
                .anyMatch(reason -> reason.contains("“Phản đối”") && reason.contains("Sửa nội dung"))
                .anyMatch(reason -> reason.contains("Dài 4001 ký tự"));
    }

    @Test
    void formulasDatesAndTruthValuesAreNoWords() {
        var rows = rows(CELL.read(book(book -> {
            var sheet = headed(book.newWorksheet("Góp ý"));
            fill(sheet, 1, row(1, "Đ1", null, "Bổ sung", null, null));
            sheet.formula(1, 4, "HYPERLINK(\"http://x\",\"y\")");
            fill(sheet, 2, row(2, null, null, "Bổ sung", "Thêm", null));
            sheet.value(2, 1, LocalDate.of(2026, 12, 1));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            fill(sheet, 3, row(3, "Đ1", null, "Bổ sung", null, null));
            sheet.value(3, 4, Boolean.TRUE);
        })));

        assertThat(rows.good()).isEmpty();
        assertThat(rows.faults())
                .extracting(Fault::reason)
                .satisfiesExactly(
                        one -> assertThat(one).contains("công thức"),
                        two -> assertThat(two).contains("ngày tháng"),
                        three -> assertThat(three).contains("đúng/sai"));
    }

    @Test
    void columnsMayStandElsewhereAndUnderATitle() {
        var rows = rows(ORGANISATION.read(book(book -> {
            var sheet = book.newWorksheet("Tổng hợp");
            sheet.value(0, 0, "GÓP Ý CỦA CÔNG ĐOÀN");
            fill(sheet, 3, row("Nội dung", "Nhóm", "Loại", "Mã đoạn"));
            fill(sheet, 4, row("Thêm nhà trẻ", "đoàn viên", "Bổ sung", "Đ2"));
        })));

        assertThat(rows.faults()).isEmpty();
        assertThat(rows.good())
                .containsExactly(
                        new Good(5, new Said(2, "", CommentType.ADD, "Thêm nhà trẻ", SourceGroup.UNION_MEMBER)));
    }

    @Test
    void hiddenSheetsAreNotRead() {
        var bytes = book(book -> {
            var hidden = headed(book.newWorksheet("Ẩn"));
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            fill(hidden, 1, row(1, "Đ1", null, "Bổ sung", "Không ai thấy", null));
            fill(headed(book.newWorksheet("Góp ý")), 1, row(1, "Đ1", null, "Bổ sung", "Ai cũng thấy", null));
        });

        assertThat(rows(CELL.read(bytes)).good())
                .extracting(good -> good.said().text())
                .containsExactly("Ai cũng thấy");
    }

    @Test
    void renamedHeadingsAreNamed() {
        var bytes = book(book -> fill(book.newWorksheet("Góp ý"), 0, row("STT", "Chỗ", "Loại", "Ý kiến")));

        assertThat(refusal(bytes)).contains("dòng tiêu đề", "“Vị trí (mã đoạn)”", "“Nội dung góp ý”");
    }

    @Test
    void twoThousandRowsAreEnough() {
        var full = sheet(Collections.nCopies(2000, row(1, "Đ1", null, "Bổ sung", "Thêm", null))
                .toArray(Object[][]::new));
        var more = sheet(Collections.nCopies(2001, row(1, "Đ1", null, "Bổ sung", "Thêm", null))
                .toArray(Object[][]::new));

        assertThat(rows(CELL.read(full)).good()).hasSize(2000);
        assertThat(refusal(more)).contains("2.000 dòng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STT;Vị trí\n1;Đ1", "<html><body>bảng</body></html>", "%PDF-1.7 giả", "PK\u0003\u0004"})
    void whatIsNoSpreadsheetIsRefused(String content) {
        assertThat(refusal(content.getBytes(StandardCharsets.UTF_8))).startsWith("Tệp ");
    }

    @Test
    void oldAndLockedFilesAreToldApart() {
        var old = new byte[600];
        byte[] begin = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(begin, 0, old, 0, begin.length);
        var locked = old.clone();
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 512, name.length);

        assertThat(refusal(old)).contains("Excel cũ");
        assertThat(refusal(locked)).contains("mật khẩu");
    }

    @Test
    void bombsMacrosAndForeignDeclarationsAreRefused() {
        var good = sheet(row(1, "Đ1", null, "Bổ sung", "Thêm", null));
        var bomb = new byte[30 * 1024 * 1024];

        assertThat(refusal(with(good, "xl/media/image1.bin", bomb))).contains("giải nén");
        assertThat(refusal(with(good, "xl/vbaProject.bin", new byte[10]))).contains("macro");
        assertThat(refusal(with(
                        good,
                        "[Content_Types].xml",
                        part(good, "[Content_Types].xml")
                                .replace(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                                .getBytes(StandardCharsets.UTF_8))))
                .contains("macro");
        assertThat(refusal(with(
                        good,
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst>&a;</sst>"
                                .getBytes(StandardCharsets.UTF_8))))
                .contains("hỏng");
        assertThat(refusal(new byte[SheetGuard.MAX_BYTES + 1])).contains("2 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"2147483648\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c r=\"\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\" s=\"-5\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\"><f t=\"array\" ref=\"A1:\"/><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\" t=\"zzz\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\"><v>1</v>",
            })
    void brokenSheetsEndInASentence(String rows) {
        var good = sheet(row(1, "Đ1", null, "Bổ sung", "Thêm", null));
        var broken = with(
                good,
                "xl/worksheets/sheet1.xml",
                ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                                + "</sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(broken)).containsAnyOf("Tệp bảng tính bị hỏng", "Không tìm thấy dòng tiêu đề");
    }

    @Test
    void aNumberWithoutEndIsNotWrittenOut() {
        var good = sheet(row(1, "Đ1", null, "Bổ sung", 864297, null));
        var huge = with(
                good,
                "xl/worksheets/sheet1.xml",
                part(good, "xl/worksheets/sheet1.xml")
                        .replace("<v>864297</v>", "<v>1E999999999</v>")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(rows(CELL.read(huge)).faults())
                .singleElement()
                .extracting(Fault::reason)
                .asString()
                .contains("số quá dài");
    }

    /** Any words, however hostile, come back as words or as a sentence about their row; never as anything else. */
    @Property(tries = 150)
    void hostileWordsStayWords(@ForAll("hostile") String words) {
        var rows = rows(CELL.read(sheet(row(1, "Đ1", words, "Bổ sung", words, null))));

        assertThat(rows.good().size() + rows.faults().size()).isPositive();
        for (var good : rows.good()) {
            assertThat(good.said().text()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]");
            assertThat(good.said().text().length()).isBetween(1, Intake.TEXT_LENGTH);
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings()
                        .withChars("<>&\"'=+-@\t\r\n\u202e\u2066\u200b\u0000\ufffe\ud800_x0D ".toCharArray())
                        .ofMaxLength(100),
                Arbitraries.of(
                        "=HYPERLINK(\"http://x\")",
                        "<script>alert(1)</script>",
                        "_x0000__xD800__x202E_a",
                        "\u202eđảo ngược\u202c",
                        "x".repeat(1024 * 1024)));
    }

    /** A file cut off or with a byte of another value anywhere is read or refused in words. */
    @Property(tries = 300)
    void damagedFilesEndInASentence(@ForAll int place, @ForAll byte value, @ForAll boolean cut) {
        var bytes = sheet(row(1, "Đ1", null, "Bổ sung", "Thêm", null));
        int at = Math.floorMod(place, bytes.length);
        var damaged = cut ? Arrays.copyOf(bytes, at) : bytes;
        if (!cut) {
            damaged[at] = value;
        }

        assertThat(CELL.read(damaged)).isNotNull();
    }

    private static Read.Rows rows(Read read) {
        assertThat(read).isInstanceOf(Read.Rows.class);
        return (Read.Rows) read;
    }

    private static String refusal(byte[] bytes) {
        return assertThat(CELL.read(bytes))
                .asInstanceOf(type(Read.Unreadable.class))
                .actual()
                .message();
    }

    private static Object[] row(@Nullable Object... cells) {
        return cells;
    }

    private static byte[] sheet(Object[]... rows) {
        return book(book -> {
            var sheet = headed(book.newWorksheet("Góp ý"));
            for (int at = 0; at < rows.length; at++) {
                fill(sheet, at + 1, rows[at]);
            }
        });
    }

    private static Worksheet headed(Worksheet sheet) {
        fill(sheet, 0, HEADINGS);
        return sheet;
    }

    private static void fill(Worksheet sheet, int row, @Nullable Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cells[column] instanceof String words) {
                sheet.value(row, column, words);
            }
        }
    }

    private static byte[] book(Consumer<Workbook> content) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String part(byte[] zip, String name) {
        return new String(parts(zip).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static byte[] with(byte[] zip, String name, byte[] content) {
        var parts = parts(zip);
        parts.put(name, content);
        var out = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] zip) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var archive = new ZipArchiveInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                parts.put(entry.getName(), archive.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
