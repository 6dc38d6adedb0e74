package vn.daihoi.congress;

import java.util.Optional;

/** What was filled in for rule parameters where the decision tables are silent. */
interface FilledValues {

    /** What was filled in last for a parameter; empty when nothing ever was. */
    Optional<FilledValue> newest(String tag, RuleParameter parameter);
}
