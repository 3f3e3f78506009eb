package org.peyk.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mail process. What is no text or number (who knows the people, who must approve, how mail leaves) is given as beans.
 *
 * @param enabled whether a process is made at all
 * @param autoStart whether sending, reading mailboxes and telling listeners begin with the application
 * @param storeDirectory where an embedded database of the library's own is kept; the application's data source is used when this is not set
 * @param node name of this node, which other nodes on the same database do not have; the host name when this is not set
 * @param zone the zone in which days and hours are meant
 * @param mailboxInterval how often mailboxes are read
 * @param discoverPlugins whether plugins on the path switch themselves on beside those that are beans
 * @param discoverConnections whether transports and mailboxes on the path are used where no bean is one
 * @param switchOff class names of plugins on the path that shall not be used
 * @param sending how sending works
 */
@ConfigurationProperties("peyk")
public record PeykProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean autoStart,
        @Nullable Path storeDirectory,
        @Nullable String node,
        @DefaultValue("Europe/Istanbul") ZoneId zone,
        @DefaultValue("1m") Duration mailboxInterval,
        @DefaultValue("true") boolean discoverPlugins,
        @DefaultValue("false") boolean discoverConnections,
        @DefaultValue Set<String> switchOff,
        @DefaultValue SendingProperties sending) {

    /** Copies the set. */
    public PeykProperties {
        switchOff = Set.copyOf(switchOff);
    }
}
