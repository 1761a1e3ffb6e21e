package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.AvroSerdes;
import org.wiretally.sources.Source;
import org.wiretally.sources.TrackRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the claimants and publishers have fared. */
@Command(
    name = "sources",
    description = {
      "Prints how often the counts of each claimant and publisher stood against what other"
          + " independent origins support.",
      "These records are for people: no vote weighs them."
    },
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {
  private static final int WIDEST_NAME = 40;

  private final Streams streams;
  @Mixin private ClusterOptions options = new ClusterOptions();

  @Option(
      names = "--claimant",
      paramLabel = "NAME",
      description = "Only this claimant, such as police.")
  private @Nullable String claimant;

  @Option(names = "--publisher", paramLabel = "NAME", description = "Only this publisher.")
  private @Nullable String publisher;

  @Option(
      names = "--min-cases",
      paramLabel = "N",
      defaultValue = "1",
      description = "Only sources with so many cases or more. Default: ${DEFAULT-VALUE}")
  private int minCases = 1;

  @Option(names = "--json", description = "Prints JSON, one object a line, with the months.")
  private boolean json;

  SourcesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    SourceRecords records;
    try (Cluster cluster = Clusters.open(options, streams);
        AvroSerdes serdes = AvroSerdes.at(cluster.registryUrl())) {
      records = SourceRecords.read(cluster, serdes, options.topics());
    }
    List<Map.Entry<Source, TrackRecord>> chosen =
        records.all().entrySet().stream()
            .filter(entry -> asked(entry.getKey()) && entry.getValue().cases() >= minCases)
            .sorted(
                Comparator.<Map.Entry<Source, TrackRecord>, Source.Kind>comparing(
                        entry -> entry.getKey().kind())
                    .thenComparing(entry -> -entry.getValue().cases())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    if (json) {
      chosen.forEach(
          entry -> streams.out().println(object(entry.getKey(), entry.getValue(), records)));
    } else {
      print(streams.out(), chosen, records);
    }
    return 0;
  }

  private boolean asked(Source source) {
    if (claimant == null && publisher == null) {
      return true;
    }
    String name = source.kind() == Source.Kind.CLAIMANT ? claimant : publisher;
    return source.name().equalsIgnoreCase(name);
  }

  private static void print(
      PrintWriter out, List<Map.Entry<Source, TrackRecord>> chosen, SourceRecords records) {
    if (chosen.isEmpty()) {
      out.println("No such source has so many cases. A case needs two independent origins.");
      return;
    }
    int width =
        chosen.stream()
            .mapToInt(entry -> entry.getKey().name().length())
            .map(length -> Math.min(length, WIDEST_NAME))
            .reduce(4, Math::max);
    String row = "%-9s  %-" + width + "s  %6s  %6s  %8s  %9s  %5s  %s%n";
    out.printf(
        row, "kind", "name", "cases", "agreed", "deviated", "overtaken", "rate", "last case");
    chosen.forEach(
        entry -> {
          TrackRecord record = entry.getValue();
          out.printf(
              row,
              entry.getKey().kind().name().toLowerCase(Locale.ROOT),
              entry.getKey().name(),
              record.cases(),
              record.agreed(),
              record.deviated(),
              record.overtaken(),
              String.format(Locale.ROOT, "%.2f", records.rate(record)),
              record.last());
        });
    out.printf(
        Locale.ROOT,
        "%nA case is one figure of one story for which another independent origin states the value;"
            + "%nwho was overtaken by later news is not at fault. The rate, as of %s, counts recent"
            + " cases more%nand starts from %.2f, the rate of a source without cases. It weighs in"
            + " no vote.%n",
        records.newest(),
        records.rate(TrackRecord.EMPTY));
  }

  private static ObjectNode object(Source source, TrackRecord record, SourceRecords records) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("kind", source.kind().name());
    row.put("name", source.name());
    row.put("cases", record.cases());
    row.put("agreed", record.agreed());
    row.put("deviated", record.deviated());
    row.put("overtaken", record.overtaken());
    row.put("rate", records.rate(record));
    row.put("last", String.valueOf(record.last()));
    ArrayNode months = row.putArray("months");
    for (TrackRecord.Month month : record.months()) {
      ObjectNode cases = months.addObject();
      cases.put("month", month.month().toString());
      cases.put("agreed", month.agreed());
      cases.put("deviated", month.deviated());
      cases.put("overtaken", month.overtaken());
    }
    return row;
  }
}
