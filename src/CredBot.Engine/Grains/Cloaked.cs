using System.Text.Json;
using CredBot.Bot.Schema;
using CredBot.Engine.Store;

namespace CredBot.Engine.Grains;

/// <summary>JSON on its way to a grain. Orleans prints a call's arguments when the call is slow or fails; this one prints dots.</summary>
[GenerateSerializer, Immutable, Alias("cloaked")]
internal sealed class Cloaked
{
    [Id(0)]
    public required string Json { get; init; }

    public static Cloaked? Answer(InvokeResponse? response) =>
        response is null ? null : new Cloaked { Json = JsonSerializer.Serialize(response, EngineJson.Wire.InvokeResponse) };

    public override string ToString() => "•••";
}
