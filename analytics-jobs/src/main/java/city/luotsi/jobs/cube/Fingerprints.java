package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.CityPack;
import city.luotsi.jobs.run.Sha256;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the figures of a subject depend on besides the events: while it stays the same, an older cube can be built on.
 * Names, targets and what else is only shown don't count.
 */
final class Fingerprints {
    /** Changes with any change to this code that changes what is added up. */
    private static final String RELEASE = "2";

    private final Catalogue catalogue;
    private final String common;

    Fingerprints(Ground ground, LakeSurvey survey) {
        CityPack pack = ground.pack();
        this.catalogue = ground.catalogue();
        String members = new TreeMap<>(pack.members())
                .entrySet().stream()
                        .flatMap(dimension -> dimension.getValue().stream()
                                .map(member -> "%s %s %s"
                                        .formatted(
                                                dimension.getKey(),
                                                member.id(),
                                                member.parent().orElse(""))))
                        .collect(Collectors.joining("\n"));
        this.common = String.join(
                "\n",
                RELEASE,
                ground.lake().id(),
                pack.zone().getId(),
                members,
                new TreeMap<>(pack.codes()).toString(),
                ground.finder().fingerprint(),
                // a feed that begins to ask changes what its older rows say
                new TreeSet<>(survey.asking()).toString(),
                new TreeMap<>(catalogue.dimensions()).toString());
    }

    Map<String, String> bySubject() {
        Map<String, String> fingerprints = new TreeMap<>();
        catalogue
                .subjects()
                .values()
                .forEach(subject -> fingerprints.put(subject.name(), Sha256.of(common + "\n" + definitions(subject))));
        return fingerprints;
    }

    private String definitions(Subject subject) {
        String own = catalogue.kpis().values().stream()
                .filter(kpi -> kpi.of().equals(subject.name()))
                .map(Kpi::hash)
                .sorted()
                .collect(Collectors.joining("\n", subject.file().text() + "\n", "\n"));
        return catalogue.read(subject).stream().map(this::definitions).collect(Collectors.joining("\n", own, ""));
    }
}
