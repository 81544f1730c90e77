using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CredBot.Graph.Calls;

/// <summary>Signs a request with the token it carries, and only for Graph's own address.</summary>
internal sealed class ActingPerson(GraphAddress address) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        var call = request.RequestOptions.OfType<GraphCall>().Single();
        if (additionalAuthenticationContext?.GetValueOrDefault("claims") is string claims)
        {
            // The SDK wants to send the request again with a better token. There is none until the person signs in again.
            call.Claims = claims;
            throw new InvalidOperationException("A claims challenge is answered by a new sign-in, not by sending again.");
        }

        // A page link or a Location comes from outside; the token goes to Graph alone.
        if (!address.Covers(request.URI))
        {
            throw new InvalidOperationException("The address is not Graph's.");
        }

        // A person waits behind every call. Source: Graph «Throttling», prioritized requests.
        request.Headers.TryAdd("x-ms-throttle-priority", "high");
        request.Headers.TryAdd("Authorization", $"Bearer {call.Token.Value}");
        return Task.CompletedTask;
    }
}
