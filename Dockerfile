# The wiretally command without its embedded broker and registry. Needs a build: ./mvnw -q package -DskipTests
ARG BASE=eclipse-temurin:21-jre
FROM $BASE
RUN mkdir -p /inbox /var/lib/wiretally && chown 1000:1000 /inbox /var/lib/wiretally
COPY cli/target/dist/lib/ /opt/wiretally/lib/
USER 1000:1000
WORKDIR /var/lib/wiretally
# Half of the memory is the heap's; the stores of a processor lie outside it.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-cp", "/opt/wiretally/lib/*", "org.wiretally.cli.Wiretally"]
