package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.daihoi.approval.Submissions.SentFile;

/** Names of files, and the list of them that others check. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "to-trinh.pdf|to-trinh.pdf",
                "C:\\Users\\a\\Tờ trình.docx|Tờ trình.pdf",
                "../../etc/passwd|passwd.pdf",
                "a.pdf.exe|a.pdf.pdf",
                ".htaccess|phuong-an.pdf",
                "a\u202Egnp.exe|agnp.pdf",
                "\"; rm -rf $HOME|rm -rf HOME.pdf"
            })
    void sentNamesLoseTheirPathAndTheirTricks(String sent, String clean) {
        assertThat(FileNames.clean(sent, "Phương án", FileType.PDF)).isEqualTo(clean);
    }

    @Test
    void aNameThatIsMissingOrTooLongIsMadeUpFor() {
        assertThat(FileNames.clean("con\u0000trol\r\nname.pdf", "a", FileType.PDF))
                .isEqualTo("controlname.pdf");
        assertThat(FileNames.clean(null, "Đề án đại hội", FileType.XLSX)).isEqualTo("de-an-dai-hoi.xlsx");
        assertThat(FileNames.clean("a".repeat(500) + ".pdf", "b", FileType.PDF)).hasSize(124);
    }

    @Test
    void theListOfFilesIsReadByPeopleAndByTheTool() {
        var manifest = new Manifest(List.of("Mục lục\nhồ sơ"));
        manifest.item(1, "Tờ trình\r\n0000  evil", "LETTER", "Bản giấy");
        manifest.file(
                new SentFile(1, "LETTER", FileNames.submitted(1, "Tờ trình.pdf"), "bản 1\u2028x", 9, "ab".repeat(32)));
        assertThat(manifest.text())
                .isEqualTo(
                        """
                        # Mục lục hồ sơ
                        # Kiểm tra các tệp: sha256sum -c MUC-LUC.txt
                        #
                        # 1. Tờ trình 0000  evil [LETTER]
                        #    Bản giấy
                        #    9 byte; bản 1 x
                        %s  01-to-trinh.pdf
                        """
                                .formatted("ab".repeat(32)));
    }
}
