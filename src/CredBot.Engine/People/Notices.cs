using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;

namespace CredBot.Engine.People;

/// <summary>Brings what is owed to a person into their chat, in order; where there is none, it is opened.</summary>
internal sealed partial class Notices(
    GrainDocument<AcquaintanceDocument> document, string key, BotOptions bot, ConnectorClient connector, Door door, Courier courier, TimeProvider time, ILogger logger)
{
    private static readonly HashSet<long> Nothing = [];
    private readonly BotCloudSettings cloud = BotCloudSettings.From(bot);

    /// <summary>When the next may go out; null where nothing is owed.</summary>
    public DateTimeOffset? Due => Outbox.Due(document.Current.Outbox);

    public bool HasWork => Next is not null;

    private OwedEffect? Next => Outbox.Next(document.Current.Outbox, Nothing, time.GetUtcNow());

    public async Task RunAsync()
    {
        while (Next is { } effect)
        {
            try
            {
                await (effect.Kind is OwedKind.Told ? ReportAsync(effect) : HandOverAsync(effect));
            }
            catch (Exception failure)
            {
                Log.Postponed(logger, effect.Kind, failure);
                await DelayAsync(effect, null);
            }
        }
    }

    private async Task ReportAsync(OwedEffect effect)
    {
        await courier.CarryAsync(effect, "");
        await document.AmendAsync(document => document.Settle(effect.Number));
    }

    private async Task HandOverAsync(OwedEffect effect)
    {
        if (!bot.Allows(AcquaintanceKey.Read(key).Tenant))
        {
            // It was owed before the settings changed.
            await EndAsync(effect, "TenantNotAllowed", static document => document);
            return;
        }

        if (document.Current.Unreachable is { } lost && effect.Chat is null)
        {
            await EndAsync(effect, lost.Code, static document => document);
            return;
        }

        var known = Known(effect);
        if (known.Conversation is null)
        {
            await OpenAsync(effect, known);
            return;
        }

        await (effect.Kind is OwedKind.Continue ? door.ContinueAsync(known, effect) : door.TellAsync(known, effect));

        // A chat that was learnt at an installation is from now on the person's own.
        await document.AmendAsync(document => document.Settle(effect.Number) is var settled && effect.Chat is not null
            ? settled with { Reference = known, RefreshedAt = time.GetUtcNow(), Unreachable = null }
            : settled);
    }

    private async Task OpenAsync(OwedEffect effect, ConversationReference known)
    {
        switch (await connector.CreateConversationAsync(known, CancellationToken.None))
        {
            case ConnectorResult.Sent { Id: { Length: > 0 } chat }:
                // Stored before anything is said there: it is opened once.
                var opened = known with { Conversation = new ConversationAccount { Id = chat, ConversationType = "personal", TenantId = known.TenantId } };
                await document.AmendAsync(document => document.Reference?.Conversation is null ? document.Opened(opened) : null);
                break;
            case ConnectorResult.Refused refused:
                var code = refused.Code ?? $"{refused.Status}";
                Log.NotOpened(logger, refused.Status, refused.Code);
                await EndAsync(effect, code, document => refused.Unreachable ? document.Lose("", code, unreachable: true, time.GetUtcNow()) ?? document : document);
                break;
            case ConnectorResult.Failed failed:
                await DelayAsync(effect, failed.RetryAfter);
                break;
            default:
                await DelayAsync(effect, null);
                break;
        }
    }

    /// <summary>Where the person is, as far as it is known: of somebody never heard, the object id, the tenant and the cloud's own address.</summary>
    private ConversationReference Known(OwedEffect effect)
    {
        var (tenant, person) = AcquaintanceKey.Read(key);
        var known = document.Current.Reference ?? new ConversationReference
        {
            User = new ChannelAccount { Id = person, AadObjectId = person },
            Bot = new ChannelAccount { Id = $"28:{bot.AppId}" },
            ChannelId = "msteams",
            ServiceUrl = cloud.DefaultServiceUrl,
            TenantId = tenant,
        };
        return effect.Chat is { } chat
            ? known with { Conversation = new ConversationAccount { Id = chat, ConversationType = "personal", TenantId = tenant } }
            : known;
    }

    private Task<bool> EndAsync(OwedEffect effect, string code, Func<AcquaintanceDocument, AcquaintanceDocument> change) => document.AmendAsync(document =>
    {
        var settled = change(document.Settle(effect.Number));
        return effect.Operation is null ? settled : settled.Owe(effect.Report(code), time.GetUtcNow());
    });

    private Task<bool> DelayAsync(OwedEffect effect, TimeSpan? asked)
    {
        var now = time.GetUtcNow();
        return effect.Kind is not OwedKind.Told && now - effect.Since >= Outbox.LongestOwed
            ? EndAsync(effect, "NoAnswer", static document => document)
            : document.AmendAsync(document => document with { Outbox = Outbox.With(document.Outbox, Outbox.Delay(effect, asked, now)) });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A {Kind} for a person could not be handed over; it will be tried again.")]
        public static partial void Postponed(ILogger logger, OwedKind kind, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "A person's chat could not be opened: {Status} {Code}.")]
        public static partial void NotOpened(ILogger logger, int status, string? code);
    }
}
