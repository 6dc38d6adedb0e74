package vn.daihoi.engine;

import java.util.List;
import java.util.Map;

/** Evaluates decision tables by the version tag they carry. */
public interface Decisions {

    /**
     * The version tags under which a decision is deployed, in alphabetical order.
     *
     * @param decisionKey id of the decision in its DMN file
     */
    List<String> versionTags(String decisionKey);

    /**
     * Evaluates the newest version of a decision that carries the tag.
     *
     * @return the matching rules' outputs by name, an output left empty in the table absent from its map; no row when no
     *     rule matches
     * @throws java.util.NoSuchElementException when no version of the decision carries the tag
     */
    List<Map<String, Object>> evaluate(String decisionKey, String versionTag, Map<String, Object> inputs);

    /**
     * The newest version of a decision that carries the tag, as it is written.
     *
     * @throws java.util.NoSuchElementException when no version of the decision carries the tag
     */
    DecisionTable table(String decisionKey, String versionTag);
}
