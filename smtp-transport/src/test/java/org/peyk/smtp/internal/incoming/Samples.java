package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;

/** Mails as they come back to a university, written for these tests. */
final class Samples {

    private Samples() {}

    static byte[] bytes(String mail) {
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static final String POSTFIX_BOUNCE = """
            Return-Path: <>
            Delivered-To: donus+17@universite.example
            Received: by mx.universite.example (Postfix) id 4Kx1; Mon, 23 Nov 2026 09:00:05 +0300 (+03)
            Date: Mon, 23 Nov 2026 09:00:05 +0300 (+03)
            From: MAILER-DAEMON@mx.universite.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: donus+17@universite.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary="4Kx1.1700000000/mx.universite.example"
            Message-Id: <20261123060005.4Kx1@mx.universite.example>

            This is a MIME-encapsulated message.

            --4Kx1.1700000000/mx.universite.example
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx.universite.example.

            I'm sorry to have to inform you that your message could not
            be delivered to one or more recipients. It's attached below.

            <ogrenci17@ogr.universite.example>: host mail.ogr.universite.example[192.0.2.7]
                said: 550 5.1.1 <ogrenci17@ogr.universite.example>: Recipient address
                rejected: User unknown (in reply to RCPT TO command)

            --4Kx1.1700000000/mx.universite.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.universite.example
            X-Postfix-Queue-ID: 4Kx1
            Arrival-Date: Mon, 23 Nov 2026 09:00:04 +0300 (+03)

            Final-Recipient: rfc822; ogrenci17@ogr.universite.example
            Original-Recipient: rfc822;ogrenci17@ogr.universite.example
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mail.ogr.universite.example
            Diagnostic-Code: smtp; 550 5.1.1 <ogrenci17@ogr.universite.example>: Recipient
                address rejected: User unknown

            --4Kx1.1700000000/mx.universite.example
            Content-Description: Undelivered Message Headers
            Content-Type: text/rfc822-headers

            Return-Path: <donus+17@universite.example>
            Date: Mon, 23 Nov 2026 09:00:00 +0300
            Message-ID: <row-17@universite.example>
            To: ogrenci17@ogr.universite.example
            From: Duyuru <duyuru@universite.example>
            Subject: =?UTF-8?B?xZ5lYmVrZQ==?=

            --4Kx1.1700000000/mx.universite.example--
            """;

    static final String QMAIL_BOUNCE = """
            Return-Path: <>
            Date: 23 Nov 2026 06:00:05 -0000
            From: MAILER-DAEMON@mail.baska.example
            To: donus+18@universite.example
            Subject: failure notice

            Hi. This is the qmail-send program at mail.baska.example.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            <ayse@baska.example>:
            Sorry, no mailbox here by that name. (#5.1.1)

            --- Below this line is a copy of the message.

            Return-Path: <donus+18@universite.example>
            Date: Mon, 23 Nov 2026 09:00:00 +0300
            Message-ID: <row-18@universite.example>
            To: ayse@baska.example
            From: duyuru@universite.example
            Subject: Duyuru

            Metin
            """;

    static final String EXIM_BOUNCE = """
            Return-path: <>
            X-Failed-Recipients: veli@baska.example
            Auto-Submitted: auto-replied
            From: Mail Delivery System <Mailer-Daemon@exim.baska.example>
            To: donus+19@universite.example
            References: <row-19@universite.example>
            Subject: Mail delivery failed: returning message to sender
            Date: Mon, 23 Nov 2026 09:00:05 +0300

            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              veli@baska.example
                host mx.baska.example [192.0.2.9]
                SMTP error from remote mail server after RCPT TO:<veli@baska.example>:
                552 5.2.2 Mailbox full
            """;

    static final String EXCHANGE_BOUNCE_IN_TURKISH = """
            Return-Path: <>
            From: "Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@baska.example>
            To: <donus+20@universite.example>
            Date: Mon, 23 Nov 2026 09:00:05 +0300
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
            MIME-Version: 1.0
            Subject: =?UTF-8?B?VGVzbGltIGVkaWxlbWVkaTogRHV5dXJ1?=
            In-Reply-To: <row-20@universite.example>
            Auto-Submitted: auto-replied

            --b1
            Content-Type: text/plain; charset="windows-1254"
            Content-Transfer-Encoding: quoted-printable

            =DDletiniz fatma@baska.example adresine teslim edilemedi.

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns;exchange.baska.example

            Final-recipient: RFC822;fatma@baska.example
            Action: failed
            Status: 5.1.10
            Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

            --b1
            Content-Type: message/rfc822

            From: <duyuru@universite.example>
            To: <fatma@baska.example>
            Subject: Duyuru
            Message-ID: <row-20@universite.example>

            --b1--
            """;

    static final String DELAY = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.universite.example (Mail Delivery System)
            To: donus+21@universite.example
            Subject: Delayed Mail (still being retried)
            Date: Mon, 23 Nov 2026 13:00:05 +0300
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="d1"

            --d1
            Content-Type: text/plain

            # THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #

            --d1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.universite.example

            Final-Recipient: rfc822; hasan@baska.example
            Action: delayed
            Status: 4.4.1
            Diagnostic-Code: X-Postfix; connect to mx.baska.example[192.0.2.9]:25: Connection timed out
            Will-Retry-Until: Sat, 28 Nov 2026 09:00:00 +0300

            --d1
            Content-Type: message/rfc822

            Message-ID: <row-21@universite.example>
            To: hasan@baska.example

            --d1--
            """;

    static final String READ_RECEIPT = """
            From: Ali <ali@baska.example>
            To: duyuru@universite.example
            Subject: Okundu: Duyuru
            Date: Mon, 23 Nov 2026 10:00:00 +0300
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=disposition-notification; boundary="m1"

            --m1
            Content-Type: text/plain

            Iletiniz okundu.

            --m1
            Content-Type: message/disposition-notification

            Reporting-UA: x
            Final-Recipient: rfc822;ali@baska.example
            Original-Message-ID: <row-22@universite.example>
            Disposition: manual-action/MDN-sent-manually; displayed

            --m1--
            """;

    static final String COMPLAINT = """
            From: <feedback@provider.example>
            To: <kotuye-kullanim@universite.example>
            Subject: FW: Duyuru
            Date: Mon, 23 Nov 2026 10:00:00 +0300
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="f1"

            --f1
            Content-Type: text/plain

            This is an email abuse report.

            --f1
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: x/1.0
            Version: 1

            --f1
            Content-Type: message/rfc822

            From: duyuru@universite.example
            Message-ID: <row-23@universite.example>
            To: gizli@provider.example

            Metin
            --f1--
            """;

    static final String HUMAN = """
            Return-Path: <ayse@ogr.universite.example>
            Delivered-To: iletisim@universite.example
            From: =?UTF-8?B?QXnFn2UgWcSxbG1heg==?= <ayse@ogr.universite.example>
            To: iletisim@universite.example
            Subject: Re: Burs duyurusu
            Date: Mon, 23 Nov 2026 10:00:00 +0300
            Message-ID: <1@ogr.universite.example>
            In-Reply-To: <row-24@universite.example>
            References: <eski@universite.example> <row-24@universite.example>

            Burs için son tarih nedir?

            > Burs duyurusu metni
            """;

    static final String HUMAN_QUOTING_A_BOUNCE = """
            Return-Path: <veli@universite.example>
            From: Veli <veli@universite.example>
            To: iletisim@universite.example
            Subject: Re: Undelivered Mail Returned to Sender
            Date: Mon, 23 Nov 2026 10:00:00 +0300
            In-Reply-To: <x@universite.example>

            Bana boyle bir ileti geldi, ne yapmaliyim? 550 5.1.1 yaziyor.

            > This is the mail system at host mx.universite.example.
            > I'm sorry to have to inform you that your message could not
            > be delivered to one or more recipients.
            > <x@baska.example>: host mx said: 550 5.1.1 User unknown
            > Final-Recipient: rfc822; x@baska.example
            > Action: failed
            > Status: 5.1.1
            """;

    /** A person passes a report on as an attachment. */
    static String humanAttaching(String report) {
        return """
                Return-Path: <veli@universite.example>
                From: Veli <veli@universite.example>
                To: iletisim@universite.example
                Subject: Bu ileti bana neden geldi?
                Date: Mon, 23 Nov 2026 10:00:00 +0300
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="h1"

                --h1
                Content-Type: text/plain; charset=UTF-8

                Ekteki iletiyi aldım.

                --h1
                Content-Type: message/rfc822

                """ + report + "\n--h1--\n";
    }

    static String outOfOffice(String subject, String... headers) {
        return "Return-Path: <fatma@universite.example>\nFrom: Fatma <fatma@universite.example>\n"
                + "To: iletisim@universite.example\nSubject: " + subject
                + "\nDate: Mon, 23 Nov 2026 10:00:00 +0300\nIn-Reply-To: <row-25@universite.example>\n"
                + String.join("\n", headers) + (headers.length == 0 ? "" : "\n") + "\n23 Kasım'a kadar izindeyim.\n";
    }
}
