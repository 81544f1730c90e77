namespace CredBot.Engine.Grains;

/// <summary>JSON on its way to a grain. Orleans prints a call's arguments when the call is slow or fails; this one prints dots.</summary>
[GenerateSerializer, Immutable, Alias("cloaked")]
internal sealed class Cloaked
{
    [Id(0)]
    public required string Json { get; init; }

    public override string ToString() => "•••";
}
