package vn.daihoi.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.EngineCommands;

/**
 * Brings models and forms into the engine under the names of their files, whether they come from a folder or a jar: named
 * by path, as the engine would, one database would see two names and needless new versions. Unchanged files make no new
 * version. Forms travel with the models, since a running instance keeps the forms of its own deployment; each rule set is
 * a deployment of its own, since all of them hold decisions of the same id.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final EngineCommands engine;
    private final ResourcePatternResolver files;

    ModelDeployment(RepositoryService repository, EngineCommands engine, ResourcePatternResolver files) {
        this.repository = repository;
        this.engine = engine;
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var models = new ArrayList<Resource>();
        models.addAll(find("classpath:processes/*.bpmn"));
        models.addAll(find("classpath:processes/*.dmn"));
        models.addAll(find("classpath:forms/*.form"));
        engine.inside(() -> deploy("daihoi", models));
        ruleSets().forEach((tag, tables) -> engine.inside(() -> deploy("daihoi " + tag, tables)));
    }

    /** The decision tables by rule set, which is the folder they lie in. */
    private Map<String, List<Resource>> ruleSets() {
        var sets = new TreeMap<String, List<Resource>>();
        for (var table : find("classpath:processes/rule-sets/*/*.dmn")) {
            sets.computeIfAbsent(folder(table), tag -> new ArrayList<>()).add(table);
        }
        return sets;
    }

    private void deploy(String name, List<Resource> resources) {
        var builder = repository.createDeployment().name(name).source("daihoi").enableDuplicateFiltering(false);
        for (var resource : resources) {
            try (var content = resource.getInputStream()) {
                builder.addInputStream(String.valueOf(resource.getFilename()), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var deployment = builder.deployWithResult();
        LOG.debug("Deployment {} is {}", name, deployment.getId());
    }

    private List<Resource> find(String pattern) {
        try {
            return Arrays.stream(files.getResources(pattern))
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource resource) {
        try {
            var parts = resource.getURL().getPath().split("/");
            return parts[parts.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
