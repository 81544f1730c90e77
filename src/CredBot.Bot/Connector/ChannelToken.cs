using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.Bot.Connector;

/// <summary>A channel's token whose signature, issuer, audience and lifetime were found good, and the key that signed it.</summary>
internal sealed record ChannelToken(JsonWebToken Jwt, JsonWebKey Key)
{
    public override string ToString() => "•••";
}
