package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.indicator.Indicator.Kind;

/**
 * A target as typed. Numbers are in Vietnamese notation.
 *
 * @param code code
 * @param name name
 * @param unit unit
 * @param kind name of a {@link Kind}
 * @param base base: a number, "1/2", a word or nothing
 * @param baseYear year of the base, may be empty
 * @param target target: a number, "8–10", "2/2" or a word
 * @param year the year it is to be reached; empty or "hằng năm" for every year
 * @param owner owner
 * @param basis legal basis
 * @param clause id of the clause that states it, empty for none
 */
public record IndicatorInput(
        String code,
        String name,
        String unit,
        String kind,
        String base,
        String baseYear,
        String target,
        String year,
        String owner,
        String basis,
        String clause) {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** An empty form. */
    public static IndicatorInput empty() {
        return new IndicatorInput("", "", "%", Kind.AT_LEAST.name(), "", "", "", "", "", "", "");
    }

    /** A stored target as its form shows it. */
    public static IndicatorInput of(Indicator indicator) {
        return new IndicatorInput(
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.kind().name(),
                amount(indicator.base(), null, indicator.outOf(), indicator.baseWord()),
                text(indicator.baseYear()),
                amount(indicator.target(), indicator.high(), indicator.outOf(), indicator.targetWord()),
                indicator.yearText(),
                indicator.owner(),
                indicator.basis(),
                text(indicator.clauseId()));
    }

    /** What came of reading it. */
    sealed interface Read {

        /** It makes sense. */
        record Good(Indicator indicator) implements Read {}

        /** It doesn't, and the field at fault is named. */
        record Bad(Verdict.Refused fault) implements Read {}
    }

    /** Reads what was typed. */
    Read read(int position) {
        var fault = texts();
        if (fault != null) {
            return new Read.Bad(fault);
        }
        var known = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        if (known.isEmpty()) {
            return bad("kind", "Phải chọn “Kiểu so sánh” có trong danh sách.");
        }
        var aim = Amount.parse(target);
        if (aim.isEmpty()) {
            return bad(
                    "target",
                    "“Mục tiêu” phải ghi số theo cách viết của Việt Nam (8,5; 1.234; 8–10; 2/2) hoặc một từ như “đạt”.");
        }
        var was = Amount.parse(base);
        if (was.isEmpty() || was.get().high() != null || was.get().kind() != null) {
            return bad(
                    "base",
                    "“Hiện trạng” phải ghi một số theo cách viết của Việt Nam (8,5; 1.234; 1/2), một từ như “đạt”, hoặc để trống.");
        }
        var baseOn = year(baseYear);
        if (!baseYear.isBlank() && baseOn.isEmpty()) {
            return bad("baseYear", "“Năm hiện trạng” phải là một năm, ví dụ 2025, hoặc để trống.");
        }
        boolean yearly = year.isBlank()
                || year.strip().equalsIgnoreCase("hằng năm")
                || year.strip().equalsIgnoreCase("hàng năm");
        var by = yearly ? Optional.<Integer>empty() : year(year);
        if (!yearly && by.isEmpty()) {
            return bad("year", "“Năm mục tiêu” phải là một năm, ví dụ 2030, hoặc để trống nếu là chỉ tiêu hằng năm.");
        }
        if (baseOn.isPresent() && by.isPresent() && baseOn.get() >= by.get()) {
            return bad("year", "“Năm mục tiêu” phải sau “Năm hiện trạng”.");
        }
        fault = fault(known.get(), aim.get(), was.get());
        if (fault != null) {
            return new Read.Bad(fault);
        }
        if (!clause.isBlank() && !clause.strip().matches("\\d{1,18}")) {
            return bad("clause", "“Đoạn văn” phải là một đoạn của bản nháp này.");
        }
        return new Read.Good(new Indicator(
                code.strip(),
                name.strip(),
                unit.strip(),
                known.get(),
                was.get().low(),
                was.get().word(),
                baseOn.orElse(null),
                aim.get().low(),
                aim.get().high(),
                aim.get().outOf() == null ? was.get().outOf() : aim.get().outOf(),
                aim.get().word(),
                by.orElse(null),
                owner.strip(),
                basis.strip(),
                clause.isBlank() ? null : Long.valueOf(clause.strip()),
                position));
    }

    private Verdict.@Nullable Refused texts() {
        if (!code.strip().matches("[\\p{L}\\p{N}][\\p{L}\\p{N}.\\-]{0,19}")) {
            return Verdict.refused("code", "“Mã” phải có từ 1 đến 20 chữ hoặc số, không có dấu cách, ví dụ KT1.");
        }
        if (name.isBlank() || name.strip().length() > 300) {
            return Verdict.refused("name", "Phải ghi “Tên chỉ tiêu”, không quá 300 ký tự.");
        }
        if (unit.strip().length() > 40) {
            return Verdict.refused("unit", "“Đơn vị tính” dài quá 40 ký tự.");
        }
        if (target.isBlank() || target.strip().length() > 100) {
            return Verdict.refused("target", "Phải ghi “Mục tiêu”, không quá 100 ký tự.");
        }
        if (base.strip().length() > 100) {
            return Verdict.refused("base", "“Hiện trạng” dài quá 100 ký tự.");
        }
        if (owner.strip().length() > 200) {
            return Verdict.refused("owner", "“Chủ trì” dài quá 200 ký tự.");
        }
        return basis.strip().length() > 300 ? Verdict.refused("basis", "“Căn cứ” dài quá 300 ký tự.") : null;
    }

    /** Contradictions within the row itself. */
    private static Verdict.@Nullable Refused fault(Kind kind, Amount aim, Amount was) {
        var low = aim.low();
        var high = aim.high();
        if (low == null) {
            return kind == Kind.ABSOLUTE
                    ? null
                    : Verdict.refused(
                            "kind", "“Mục tiêu” là chữ thì “Kiểu so sánh” phải là “" + Kind.ABSOLUTE.title() + "”.");
        }
        if (aim.kind() != null && aim.kind() != kind) {
            return Verdict.refused("kind", "“Kiểu so sánh” không khớp với cách ghi ở “Mục tiêu”.");
        }
        if (kind == Kind.RANGE && high == null) {
            return Verdict.refused("target", "“Mục tiêu” trong khoảng phải ghi hai số, ví dụ 8–10.");
        }
        if (high != null && low.compareTo(high) >= 0) {
            return Verdict.refused("target", "“Mục tiêu” phải ghi số nhỏ trước, số lớn sau, ví dụ 8–10.");
        }
        if (kind == Kind.INCREASE_BY && low.signum() <= 0) {
            return Verdict.refused("target", "“Mục tiêu” tăng thêm phải lớn hơn 0.");
        }
        return outOf(low, aim.outOf(), was);
    }

    private static Verdict.@Nullable Refused outOf(BigDecimal low, @Nullable BigDecimal of, Amount was) {
        var before = was.outOf();
        var base = was.low();
        if (of != null && before != null && of.compareTo(before) != 0) {
            return Verdict.refused("base", "“Hiện trạng” và “Mục tiêu” phải tính trên cùng một tổng số.");
        }
        var whole = of == null ? before : of;
        if (whole != null && low.compareTo(whole) > 0) {
            return Verdict.refused("target", "“Mục tiêu” không được lớn hơn tổng số.");
        }
        return whole != null && base != null && base.compareTo(whole) > 0
                ? Verdict.refused("base", "“Hiện trạng” không được lớn hơn tổng số.")
                : null;
    }

    private static Read bad(String field, String message) {
        return new Read.Bad(Verdict.refused(field, message));
    }

    private static Optional<Integer> year(String typed) {
        return typed.strip().matches("\\d{4}")
                ? Optional.of(Integer.valueOf(typed.strip())).filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR)
                : Optional.empty();
    }

    private static String amount(
            @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable BigDecimal outOf, String word) {
        return low == null
                ? word
                : VietnameseNumber.format(low)
                        + (high == null ? "" : "–" + VietnameseNumber.format(high))
                        + (outOf == null ? "" : "/" + VietnameseNumber.format(outOf));
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
