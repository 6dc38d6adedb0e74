package vn.daihoi.congress;

/**
 * What a rule set must say of the review and approval of a congress's documents. None of it was found in a source that
 * could be read (domain study §2.5, §8 "Not found"), so a rule set that is silent has no default: its owner fills it in.
 */
public enum RuleParameter {
    /** How many working days before the opening the dossier has to be with the superior. */
    DOSSIER_WORKING_DAYS(
            "dossierWorkingDays",
            "Số ngày làm việc trước khai mạc phải trình hồ sơ",
            Measure.WORKING_DAYS,
            "Trình hồ sơ lên cấp trên"),
    /** Within how many working days each board appraises. */
    APPRAISAL_WORKING_DAYS(
            "appraisalWorkingDays",
            "Số ngày làm việc để thẩm định",
            Measure.WORKING_DAYS,
            "Tiếp nhận hồ sơ và giao thẩm định"),
    /** Within how many working days opinion slips come back. */
    SLIP_WORKING_DAYS(
            "slipWorkingDays",
            "Số ngày làm việc để gửi lại phiếu xin ý kiến",
            Measure.WORKING_DAYS,
            "Gửi phiếu xin ý kiến"),
    /** How much of the standing committee must have given a slip, in per cent of its members. */
    SLIP_QUORUM_PERCENT(
            "slipQuorumPercent", "Tỷ lệ ủy viên phải gửi phiếu xin ý kiến", Measure.PERCENT, "Gửi phiếu xin ý kiến"),
    /** How much of the standing committee must agree, more than so many per cent of all its members. */
    SLIP_MAJORITY_PERCENT(
            "slipMajorityPercent", "Tỷ lệ phải vượt để thông qua bằng phiếu", Measure.PERCENT, "Gửi phiếu xin ý kiến"),
    /** Whether a substitute may give the slip of an absent member: 1 for yes, 0 for no. */
    SLIP_BY_SUBSTITUTE(
            "slipBySubstitute",
            "Người thay thế được gửi phiếu xin ý kiến",
            Measure.YES_NO,
            "Gửi phiếu thay ủy viên vắng mặt"),
    /** How much of the executive committee must be present to adopt, in per cent of its members. */
    ADOPTION_QUORUM_PERCENT(
            "adoptionQuorumPercent",
            "Tỷ lệ cấp ủy viên phải có mặt để thông qua",
            Measure.PERCENT,
            "Ghi nhận Ban Chấp hành thông qua văn kiện");

    /** How a value is measured. */
    public enum Measure {
        /** Whole working days, 0 to 365. */
        WORKING_DAYS("ngày làm việc", 365),
        /** Whole per cents, 0 to 100. */
        PERCENT("%", 100),
        /** 1 for yes, 0 for no. */
        YES_NO("1 = có, 0 = không", 1);

        private final String title;
        private final int most;

        Measure(String title, int most) {
            this.title = title;
            this.most = most;
        }

        /** Vietnamese name, as shown behind the value. */
        public String title() {
            return title;
        }

        /** The greatest value that makes sense; the least is 0. */
        public int most() {
            return most;
        }

        /** Whether the value makes sense. */
        boolean allows(int value) {
            return value >= 0 && value <= most;
        }

        /** The value as read by a person: "5 ngày làm việc", "50%", "Có". */
        public String inWords(int value) {
            return switch (this) {
                case WORKING_DAYS -> value + " " + title;
                case PERCENT -> value + "%";
                case YES_NO -> value == 1 ? "Có" : "Không";
            };
        }
    }

    private final String column;
    private final String title;
    private final Measure measure;
    private final String step;

    RuleParameter(String column, String title, Measure measure, String step) {
        this.column = column;
        this.title = title;
        this.measure = measure;
        this.step = step;
    }

    /** Its output column in the decision table {@code congressRules}. */
    public String column() {
        return column;
    }

    /** Vietnamese name, as shown on pages and in refusals. */
    public String title() {
        return title;
    }

    /** How its value is measured. */
    public Measure measure() {
        return measure;
    }

    /** Vietnamese name of the step that stops while it isn't filled in. */
    public String step() {
        return step;
    }
}
