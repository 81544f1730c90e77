using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;

namespace CredBot.Engine.Hosting;

/// <summary>Sends a redraw through its conversation, which keeps the order and nothing else of it.</summary>
internal sealed class CardSurface(IGrainFactory grains) : ICardSurface
{
    public async Task<ConnectorResult> RedrawAsync(string conversation, string key, Activity message, CancellationToken cancellationToken)
    {
        var text = new Cloaked { Json = JsonSerializer.Serialize(message, EngineJson.Wire.Activity) };
        return Redrawn.Read(await grains.GetGrain<IConversation>(conversation).Redraw(key, text).WaitAsync(cancellationToken));
    }
}
