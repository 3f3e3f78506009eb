/**
 * Sending over SMTP and reading the mailbox that answers come back to.
 *
 * <p>{@link org.peyk.smtp.SmtpTransport} sends to one relay, or to the first of several that works, over a few connections that it keeps. It says exactly what became of each message:
 * accepted, deferred, refused, or in doubt. {@link org.peyk.smtp.ImapMailbox} reads a mailbox and sorts bounces, notices, automatic answers,
 * complaints and people's letters. Both are safe for use by several threads. All settings are checked when the thing is built, and
 * everything that is wrong is named at once ({@link org.peyk.smtp.SmtpConfigException}). No password, token, address, name or text of a mail
 * is shown in a log, an exception or a {@code toString()}.
 *
 * <table>
 * <caption>Settings of {@link org.peyk.smtp.SmtpTransport#builder()}</caption>
 * <thead>
 * <tr><th scope="col">Setting</th><th scope="col">Default</th><th scope="col">Meaning</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@code url}</td><td>none</td><td>several of the following at once, see below</td></tr>
 * <tr><td>{@code host}</td><td>none; needed</td><td>the relay: domain name, or IPv4 or IPv6 address</td></tr>
 * <tr><td>{@code port}</td><td>587; 465 with implicit TLS</td><td>its port</td></tr>
 * <tr><td>{@code security}</td><td>{@code STARTTLS_REQUIRED}</td><td>{@link org.peyk.smtp.Security}; {@code PLAIN} is said loudly in the
 * log. TLS 1.2 is the least, and the server's name is checked</td></tr>
 * <tr><td>{@code trust}</td><td>the platform's trust store</td><td>a PEM file with the certificates to trust instead</td></tr>
 * <tr><td>{@code pin}</td><td>none</td><td>SHA-256 of the server's public key; with {@code trust} its certificate must be vouched for
 * too, else the key alone decides. Several may be given, for a change of keys</td></tr>
 * <tr><td>{@code sslContext}</td><td>the platform's</td><td>trust and keys of your own</td></tr>
 * <tr><td>{@code password}, {@code oauth2}, {@code credentials}</td><td>none</td><td>who we are; the secret is asked for each connection
 * ({@link org.peyk.smtp.TokenSource}). PLAIN, else LOGIN; XOAUTH2. Not without encryption, but to this machine itself</td></tr>
 * <tr><td>{@code ehloName}</td><td>this machine's full name, else its address</td><td>the name given in EHLO</td></tr>
 * <tr><td>{@code timeouts(connect)}</td><td>30 s</td><td>TCP connection, all addresses of the host together:
 * each is tried 250 ms after the one before it, IPv6 and IPv4 in turn, and the first that answers is taken (RFC 8305)</td></tr>
 * <tr><td>{@code timeouts(greeting)}</td><td>5 min</td><td>greeting, EHLO, AUTH, TLS handshake: each</td></tr>
 * <tr><td>{@code timeouts(command)}</td><td>5 min</td><td>answers to MAIL and RCPT</td></tr>
 * <tr><td>{@code timeouts(data)}</td><td>2 min</td><td>answer to DATA</td></tr>
 * <tr><td>{@code timeouts(write)}</td><td>180 s</td><td>until what is written is taken; for a message one second more for each 4 kB</td></tr>
 * <tr><td>{@code timeouts(end)}</td><td>10 min</td><td>answer to the end of a message; a shorter one makes duplicates (RFC 1047)</td></tr>
 * <tr><td>{@code timeouts(check)}</td><td>10 s</td><td>answer to RSET when an idle connection is tried</td></tr>
 * <tr><td>{@code timeouts(stop)}</td><td>20 s</td><td>how long a message whose end has left waits for its answer when it is to stop</td></tr>
 * <tr><td>{@code maxConnections}</td><td>4</td><td>how many connections are open at once</td></tr>
 * <tr><td>{@code messagesPerConnection}</td><td>500</td><td>after how many a connection is replaced</td></tr>
 * <tr><td>{@code maxConnectionAge}</td><td>30 min</td><td>after which time a connection is replaced</td></tr>
 * <tr><td>{@code pool(maxIdle)}</td><td>60 s</td><td>after which time without use a connection is closed</td></tr>
 * <tr><td>{@code pool(checkAfter)}</td><td>5 s</td><td>after which time without use a connection is tried before it is used</td></tr>
 * <tr><td>{@code pool(patience)}</td><td>30 s</td><td>how long {@code open()} waits for a free connection</td></tr>
 * <tr><td>{@code maxMessageBytes}</td><td>25 MiB</td><td>the largest message, encoded; the server's SIZE is kept besides</td></tr>
 * <tr><td>{@code dkim}</td><td>none</td><td>keys that what is sent is signed with (RFC 6376, RFC 8463): a {@link
 * org.peyk.smtp.DkimKey}, or domain, selector and a PEM file. Previews are not signed</td></tr>
 * <tr><td>{@code extensions(pipelining)}</td><td>{@code MESSAGE}</td><td>how much leaves ahead of answers: {@link
 * org.peyk.smtp.Pipelining}</td></tr>
 * <tr><td>{@code extensions(chunkWindow)}</td><td>0</td><td>how many whole messages may be in flight over one connection where CHUNKING is
 * offered (RFC 3030); so many, and no more than the process's intent window, may be in doubt when it breaks</td></tr>
 * <tr><td>{@code extensions(internationalAddresses)}</td><td>no</td><td>whether recipients' addresses may hold letters beyond ASCII before
 * the at sign; each is refused where SMTPUTF8 (RFC 6531) is not offered</td></tr>
 * <tr><td>{@code extensions(reports)}</td><td>as the server likes</td><td>which reports of delivery are asked for where DSN is offered
 * (RFC 3461): {@link org.peyk.smtp.DeliveryReports}</td></tr>
 * <tr><td>{@code pool(slowStart)}</td><td>250 ms</td><td>a relay that is new, or comes back, gets one connection, then one more with each
 * message that it accepts, and after each such time in any case; 0 for all at once</td></tr>
 * <tr><td>{@code relay}, {@code weight}</td><td>none; 1</td><td>relays that share the connections with the one first named, each by its
 * weight</td></tr>
 * <tr><td>{@code fallback}</td><td>none</td><td>relays that stand in, in order; each that fails rests for 30 s, then 1, 2, 4 … 15 min</td></tr>
 * <tr><td>{@code dns}</td><td>this machine's name servers</td><td>asked by {@code check()} about the domains of the DKIM keys</td></tr>
 * <tr><td>{@code zone}</td><td>Europe/Istanbul</td><td>in which the Date of a message is written</td></tr>
 * </tbody>
 * </table>
 *
 * <p>What the server offers is used without a setting: SIZE (RFC 1870) is given and its limit kept; with PIPELINING (RFC 2920) MAIL, RCPT and
 * DATA leave together, and together with the end of the message before them, so that a message costs one round trip; each answer still
 * belongs to one command. Messages are written in seven-bit lines, the same everywhere, so that neither 8BITMIME nor a relay that lacks it
 * changes a byte of what was approved or signed.
 *
 * <p>As a URL: {@code smtp://user:password@host:port?name=value&name=value}, or {@code smtps://} for TLS from the first byte. Special
 * characters in user name and password are percent-encoded. Parameters: {@code starttls=required} (the default) or {@code starttls=plain};
 * {@code auth=plain}, {@code auth=login} or {@code auth=xoauth2}; and the names below.
 *
 * <p>As properties, such as an application has them from its own configuration ({@link
 * org.peyk.smtp.SmtpTransportBuilder#properties}): {@code peyk.smtp.} and one of {@code url}, {@code host}, {@code port}, {@code security}
 * ({@code starttls-required}, {@code implicit-tls}, {@code plain}), {@code username}, {@code password}, {@code auth}, and the names below. A
 * name that is not known is a mistake, and all mistakes are told at once. A duration is written {@code 500ms}, {@code 30s}, {@code 5m},
 * {@code 1h} or {@code PT5M}.
 *
 * <table>
 * <caption>Names in URLs and properties</caption>
 * <thead>
 * <tr><th scope="col">Name</th><th scope="col">Setting above</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@code ehlo}, {@code zone}, {@code trust}, {@code max-message-bytes}</td><td>{@code ehloName}, {@code zone}, {@code trust},
 * {@code maxMessageBytes}</td></tr>
 * <tr><td>{@code pin}</td><td>{@code pin}: {@code sha256/BASE64,sha256/BASE64}</td></tr>
 * <tr><td>{@code connections}, {@code messages-per-connection}, {@code max-connection-age}, {@code max-idle}, {@code check-after},
 * {@code patience}, {@code slow-start}</td><td>{@code maxConnections}, {@code messagesPerConnection}, {@code maxConnectionAge}, {@code pool(…)}</td></tr>
 * <tr><td>{@code connect-timeout}, {@code greeting-timeout}, {@code command-timeout}, {@code data-timeout}, {@code write-timeout},
 * {@code end-timeout}, {@code check-timeout}, {@code stop-timeout}</td><td>{@code timeouts(…)}</td></tr>
 * <tr><td>{@code relays}, {@code weight}</td><td>{@code relay}: {@code host:port*weight,host:port*weight}; {@code weight}</td></tr>
 * <tr><td>{@code fallbacks}</td><td>{@code fallback}: {@code host:port,host:port}</td></tr>
 * <tr><td>{@code dkim}</td><td>{@code dkim}: {@code domain:selector:file}</td></tr>
 * <tr><td>{@code pipelining}</td><td>{@code extensions(pipelining)}: {@code off}, {@code envelope} or {@code message}</td></tr>
 * <tr><td>{@code chunk-window}</td><td>{@code extensions(chunkWindow)}</td></tr>
 * <tr><td>{@code international-addresses}</td><td>{@code extensions(internationalAddresses)}: {@code true} or {@code false}</td></tr>
 * <tr><td>{@code reports}, {@code report-content}</td><td>{@code extensions(reports)}: some of {@code success,failure,delay}, or
 * {@code never}; {@code header} or {@code message}</td></tr>
 * </tbody>
 * </table>
 *
 * <table>
 * <caption>Settings of {@link org.peyk.smtp.ImapMailbox#builder()}</caption>
 * <thead>
 * <tr><th scope="col">Setting</th><th scope="col">Default</th><th scope="col">Meaning</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@code url}</td><td>none</td><td>several of the following at once, see below</td></tr>
 * <tr><td>{@code name}</td><td>{@code replies}</td><td>under which the library stores how far it was read; not an address</td></tr>
 * <tr><td>{@code host}, {@code port}</td><td>none; 143, or 993 with implicit TLS</td><td>the server</td></tr>
 * <tr><td>{@code security}, {@code trust}, {@code sslContext}</td><td>as above</td><td>as above</td></tr>
 * <tr><td>{@code password}, {@code oauth2}, {@code credentials}</td><td>none; needed</td><td>whose mailbox</td></tr>
 * <tr><td>{@code folder}</td><td>{@code INBOX}</td><td>which folder is read; nothing in it is changed</td></tr>
 * <tr><td>{@code timeouts(connect)}</td><td>30 s</td><td>TCP connection</td></tr>
 * <tr><td>{@code timeouts(read)}</td><td>60 s</td><td>until more of an answer comes</td></tr>
 * <tr><td>{@code timeouts(write)}</td><td>60 s</td><td>until what is written is taken</td></tr>
 * <tr><td>{@code timeouts(poll)}</td><td>5 min</td><td>after which time a page is ended with what it holds</td></tr>
 * <tr><td>{@code maxExaminedBytes}</td><td>1 MiB</td><td>how much of one mail is looked at to sort it</td></tr>
 * <tr><td>{@code authenticatedBy}</td><td>none</td><td>authserv-id of the university's own mail server, which says who sent a mail (RFC
 * 8601); needed for approval by mail</td></tr>
 * </tbody>
 * </table>
 *
 * <p>As a URL: {@code imap://user:password@host:port/FOLDER?name=value}, or {@code imaps://}. Parameters: {@code starttls} and {@code auth} as
 * above; {@code name=NAME}.
 *
 * <p><b>Found instead of built.</b> Both have a public constructor for {@link java.util.ServiceLoader}, which takes such a URL from the
 * system property {@code peyk.smtp.url} or {@code peyk.imap.url}, or from the environment variable {@code PEYK_SMTP_URL} or
 * {@code PEYK_IMAP_URL}. Without one they load all the same, and say what is missing when they are used.
 *
 * <table>
 * <caption>Codes of {@link org.peyk.spi.transport.TransportException} and {@link org.peyk.spi.transport.PreflightProblem}</caption>
 * <thead>
 * <tr><th scope="col">Code</th><th scope="col">Scope</th><th scope="col">Meaning</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@code SMTP-CONFIG}</td><td>account</td><td>no settings</td></tr>
 * <tr><td>{@code SMTP-DNS}, {@code SMTP-CONNECT}</td><td>session</td><td>the relay cannot be found or reached</td></tr>
 * <tr><td>{@code SMTP-GREETING}</td><td>session</td><td>the relay does not open the session</td></tr>
 * <tr><td>{@code SMTP-STARTTLS}</td><td>account</td><td>no STARTTLS where it is required: nothing was sent</td></tr>
 * <tr><td>{@code SMTP-CERTIFICATE}</td><td>account</td><td>certificate expired, of another name, or not
 * trusted, or a key that is not pinned: nothing was sent</td></tr>
 * <tr><td>{@code SMTP-TLS}</td><td>session</td><td>no encrypted connection for another reason: nothing was sent</td></tr>
 * <tr><td>{@code SMTP-AUTH}, {@code SMTP-AUTH-OFFER}</td><td>account</td><td>credentials refused; no common mechanism</td></tr>
 * <tr><td>{@code SMTP-AUTH-LATER}, {@code SMTP-TOKEN}</td><td>session</td><td>the relay cannot authenticate now; no token</td></tr>
 * <tr><td>{@code SMTP-BUSY}, {@code SMTP-CLOSED}</td><td>session</td><td>no free connection; closed by us</td></tr>
 * <tr><td>{@code SMTP-LOST}, {@code SMTP-ENDED}, {@code SMTP-GATE}</td><td>session</td><td>the session ended before its feed</td></tr>
 * <tr><td>{@code SMTP-RECIPIENT}, {@code SMTP-SENDER}, {@code SMTP-CONTENT}, {@code SMTP-ATTACHMENT}</td><td>recipient, account,
 * content</td><td>a message cannot be rendered</td></tr>
 * <tr><td>{@code SMTP-DKIM}</td><td>account</td><td>a message cannot be signed, and is not sent without</td></tr>
 * <tr><td>{@code SMTP-PLAIN}, {@code SMTP-SIZE}</td><td>not fatal</td><td>found by {@code check()}: no encryption; a smaller limit than
 * the setting</td></tr>
 * <tr><td>{@code SMTP-RELAY}</td><td>not fatal</td><td>found by {@code check()}: a relay does not answer, another one stands in</td></tr>
 * <tr><td>{@code SMTP-DKIM-DNS}, {@code SMTP-SPF-DNS}, {@code SMTP-DMARC-DNS}, {@code SMTP-DNS-CHECK}</td><td>not fatal</td><td>found by
 * {@code check()}: the DNS lacks the DKIM key or holds another one; no SPF or DMARC record; the DNS cannot be asked</td></tr>
 * </tbody>
 * </table>
 */
package org.peyk.smtp;
