package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.organisation.Role;

/**
 * What each row of each decision table says, written out by hand. A row that nobody wrote out here fails the last test.
 */
class RuleRowsTest {

    private static final List<String> BOTH = List.of("CT35-2024", "CT45-2025");

    private final RuleTables tables = new RuleTables();
    private final RuleSets ruleSets = new RuleSets(tables, (tag, parameter) -> Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CT35-2024 | CELL            |            | 2025-03-31 |   |   |    |     | 7 | 15 | Chỉ thị 35-CT/TW ngày 14/6/2024; Hướng dẫn 27-HD/BTCTW ngày 26/8/2024; Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT35-2024 | DEPARTMENT      |            |            | 2 |   |    |     | 7 | 15 | Hướng dẫn 27-HD/BTCTW ngày 26/8/2024; Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT35-2024 | WARD            | 2025-04-01 | 2025-06-30 | 4 |   | 30 | 200 | 7 | 15 | Chỉ thị 35-CT/TW ngày 14/6/2024; Hướng dẫn 27-HD/BTCTW ngày 26/8/2024; Hướng dẫn 16-HD/ĐUK ngày 29/10/2024; Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT35-2024 | DIRECT_SUPERIOR |            | 2025-08-30 | 6 |   | 30 |     | 7 | 15 | Chỉ thị 35-CT/TW ngày 14/6/2024; Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT45-2025 | CELL            |            |            |   |   |    |     | 7 | 15 | Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT45-2025 | DEPARTMENT      |            |            |   |   |    |     | 7 | 15 | Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT45-2025 | WARD            |            | 2025-08-31 | 4 |   | 30 | 200 | 7 | 15 | Chỉ thị 45-CT/TW ngày 14/4/2025; Hướng dẫn 16-HD/ĐUK ngày 29/10/2024 (văn bản cũ, cần đối chiếu); Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            CT45-2025 | DIRECT_SUPERIOR |            | 2025-08-31 | 4 | 1 | 30 |     | 7 | 15 | Chỉ thị 45-CT/TW ngày 14/4/2025; Quy định 24-QĐ/TW năm 2021 (văn bản cũ, cần đối chiếu)
            """)
    void congressRules(
            String tag,
            CongressLevel level,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer halfDays,
            @Nullable Integer preparatory,
            @Nullable Integer announce,
            @Nullable Integer threshold,
            @Nullable Integer resultFile,
            @Nullable Integer recognition,
            String basis) {
        assertThat(ruleSets.rules(tag, level))
                .isEqualTo(new CongressRules(
                        tag, from, to, halfDays, preparatory, announce, threshold, resultFile, recognition, basis));
        assertThat(tables.evaluate("congressRules", tag, Map.of("level", level.name())))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .as("what no source says stays open")
                        .doesNotContainKeys(Arrays.stream(RuleParameter.values())
                                .map(RuleParameter::column)
                                .toArray(String[]::new)));
    }

    /** A row of the checklist and where it applies: "432" every variant of contents, "DA" delegates and all members. */
    record Item(String rule, String code, String title, String kind, boolean required, String contents, String form) {

        boolean appliesTo(Contents variant, CongressForm who) {
            var contentsLetter =
                    switch (variant) {
                        case FOUR -> "4";
                        case THREE -> "3";
                        case TWO -> "2";
                    };
            return contents.contains(contentsLetter) && form.contains(who == CongressForm.DELEGATES ? "D" : "A");
        }

        /** None of them was found in an instrument; it says why it stands there all the same. */
        String basis() {
            return "Chưa xác minh: "
                    + (kind.equals("PAPER")
                            ? "phương án nhân sự chỉ giao nhận bản giấy hoặc qua kênh bảo mật, hệ thống chỉ ghi biên nhận."
                            : form.equals("D")
                                    ? "hồ sơ thường gặp ở phường; ngưỡng đại biểu theo Hướng dẫn 16-HD/ĐUK ngày"
                                            + " 29/10/2024 (cần đối chiếu)."
                                    : "hồ sơ thường gặp ở phường; văn bản gốc quy định danh mục chưa tìm được.");
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    private static final List<Item> ITEMS = List.of(
            new Item(
                    "SubmissionLetter",
                    "SUBMISSION_LETTER",
                    "Tờ trình xin tổ chức đại hội",
                    "UPLOAD",
                    true,
                    "432",
                    "DA"),
            new Item("PoliticalReport", "POLITICAL_REPORT", "Dự thảo báo cáo chính trị", "SYSTEM", true, "432", "DA"),
            new Item("SelfReview", "SELF_REVIEW", "Dự thảo báo cáo kiểm điểm", "SYSTEM", true, "432", "DA"),
            new Item("Resolution", "RESOLUTION", "Dự thảo nghị quyết đại hội", "SYSTEM", true, "432", "DA"),
            new Item(
                    "ActionProgramme",
                    "ACTION_PROGRAMME",
                    "Dự thảo chương trình hành động",
                    "SYSTEM",
                    true,
                    "432",
                    "DA"),
            new Item(
                    "SynthesisReports",
                    "SYNTHESIS_REPORTS",
                    "Báo cáo tổng hợp ý kiến góp ý",
                    "SYSTEM",
                    true,
                    "432",
                    "DA"),
            new Item(
                    "ExplanationTables",
                    "EXPLANATION_TABLES",
                    "Bảng tổng hợp, tiếp thu, giải trình",
                    "SYSTEM",
                    true,
                    "432",
                    "DA"),
            new Item(
                    "ConclusionNotice",
                    "CONCLUSION_NOTICE",
                    "Thông báo kết luận buổi làm việc và giải trình",
                    "SYSTEM",
                    false,
                    "432",
                    "DA"),
            new Item(
                    "AdoptionRecord",
                    "ADOPTION_RECORD",
                    "Biên bản Ban Chấp hành thông qua văn kiện",
                    "SYSTEM",
                    true,
                    "432",
                    "DA"),
            new Item("PersonnelScheme", "PERSONNEL_SCHEME", "Phương án nhân sự cấp ủy", "PAPER", true, "43", "DA"),
            new Item("AppointmentPlan", "APPOINTMENT_PLAN", "Phương án chỉ định cấp ủy", "PAPER", true, "2", "DA"),
            new Item(
                    "CongressProgramme",
                    "CONGRESS_PROGRAMME",
                    "Chương trình, kịch bản điều hành đại hội",
                    "UPLOAD",
                    true,
                    "432",
                    "DA"),
            new Item("WorkingRules", "WORKING_RULES", "Quy chế làm việc của đại hội", "UPLOAD", true, "432", "DA"),
            new Item("ElectionRules", "ELECTION_RULES", "Quy chế bầu cử tại đại hội", "UPLOAD", true, "43", "DA"),
            new Item(
                    "LogisticsPlan",
                    "LOGISTICS_PLAN",
                    "Kế hoạch phục vụ, bảo đảm an ninh và tuyên truyền",
                    "UPLOAD",
                    true,
                    "432",
                    "DA"),
            new Item(
                    "CellCongresses",
                    "CELL_CONGRESSES",
                    "Báo cáo kết quả đại hội các chi bộ",
                    "SYSTEM",
                    true,
                    "432",
                    "DA"),
            new Item(
                    "DelegateAllocation",
                    "DELEGATE_ALLOCATION",
                    "Phương án phân bổ đại biểu",
                    "UPLOAD",
                    true,
                    "432",
                    "D"));

    static Stream<Item> items() {
        return ITEMS.stream();
    }

    @ParameterizedTest
    @MethodSource("items")
    void dossierChecklist(Item item) {
        for (var tag : BOTH) {
            for (var contents : Contents.values()) {
                for (var form : CongressForm.values()) {
                    var found = ruleSets.checklist(tag, contents, form).stream()
                            .filter(one -> one.code().equals(item.code()))
                            .toList();
                    if (item.appliesTo(contents, form)) {
                        assertThat(found)
                                .as("%s %s %s", tag, contents, form)
                                .singleElement()
                                .satisfies(one -> {
                                    assertThat(one.title()).isEqualTo(item.title());
                                    assertThat(one.kind().name()).isEqualTo(item.kind());
                                    assertThat(one.required()).isEqualTo(item.required());
                                    assertThat(one.basis()).isEqualTo(item.basis());
                                });
                    } else {
                        assertThat(found).as("%s %s %s", tag, contents, form).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void theItemsOfADossierStandInTheOrderOfTheTable() {
        for (var tag : BOTH) {
            assertThat(ruleSets.checklist(tag, Contents.FOUR, CongressForm.DELEGATES))
                    .extracting(ChecklistItem::code)
                    .containsExactlyElementsOf(items().map(Item::code)
                            .filter(code -> !code.equals("APPOINTMENT_PLAN"))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            OpenCells        | chi-bo              | 1 2 250 | true  | Đại hội các chi bộ trực thuộc phải xong trước đại hội đảng bộ phường.
            OpenDocuments    | van-kien            | 1 2 250 | true  | Văn kiện đại hội phải hoàn thành.
            OpenRounds       | van-kien-lay-y-kien | 1 2 250 | true  | Việc lấy ý kiến vào dự thảo văn kiện phải xong.
            OtherOpenStreams | hau-can             | 1 2 250 | true  | Còn việc chuẩn bị chưa xong.
            NothingOpen      | chi-bo              | 0 | false | ''
            NothingOpen      | van-kien            | 0 | false | ''
            NothingOpen      | van-kien-lay-y-kien | 0 | false | ''
            NothingOpen      | hau-can             | 0 | false | ''
            """)
    void readiness(String rule, String stream, String open, boolean blocks, String message) {
        assertThat(READINESS).contains(rule);
        for (var tag : BOTH) {
            for (var left : open.split(" ")) {
                int number = Integer.parseInt(left);
                assertThat(ruleSets.readiness(tag, stream, number))
                        .as("%s, %s left", tag, left)
                        .isEqualTo(new ReadinessRule(blocks, message));
                assertThat(tables.evaluate("readiness", tag, Map.of("stream", stream, "open", number)))
                        .hasSize(1);
            }
        }
    }

    private static final Set<String> READINESS =
            Set.of("OpenCells", "OpenDocuments", "OpenRounds", "OtherOpenStreams", "NothingOpen");

    @ParameterizedTest
    @CsvSource({
        "AddTarget, ADD_TARGET, EDITOR",
        "AddResult, ADD_RESULT, EDITOR",
        "Amend, AMEND, EDITOR",
        "ReviewIndicators, REVIEW_INDICATORS, EDITOR",
        "Other, OTHER, WARD_OFFICE"
    })
    void opinionRouting(String rule, String opinionType, Role role) {
        assertThat(ROUTING).contains(rule);
        for (var tag : BOTH) {
            assertThat(ruleSets.route(tag, opinionType)).isEqualTo(new OpinionRoute(role, null));
            assertThat(tables.evaluate("opinionRouting", tag, Map.of("opinionType", opinionType)))
                    .as("a row says so, not what counts where none does")
                    .hasSize(1);
        }
    }

    private static final Set<String> ROUTING = Set.of("AddTarget", "AddResult", "Amend", "ReviewIndicators", "Other");

    @ParameterizedTest
    @ValueSource(strings = {"CT35-2024", "CT45-2025"})
    void noRowIsLeftOut(String tag) {
        assertThat(rules(tag, "congress-rules")).containsExactly("Cell", "Department", "Ward", "DirectSuperior");
        assertThat(rules(tag, "dossier-checklist"))
                .containsExactlyElementsOf(items().map(Item::rule).toList());
        assertThat(rules(tag, "readiness")).containsExactlyInAnyOrderElementsOf(READINESS);
        assertThat(rules(tag, "opinion-routing")).containsExactlyInAnyOrderElementsOf(ROUTING);
    }

    private static Set<String> rules(String tag, String table) {
        var file = RuleTables.FOLDER.resolve(tag).resolve(table + ".dmn").toFile();
        return Dmn.readModelFromFile(file).getModelElementsByType(Rule.class).stream()
                .map(rule -> rule.getId().replaceFirst("^Rule_", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
