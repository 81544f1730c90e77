using System.Net.Http.Headers;
using Microsoft.Kiota.Abstractions;

namespace CredBot.Graph.Calls;

/// <summary>Notes the head of each answer on its <see cref="GraphCall"/>.</summary>
internal sealed class AnswerHandler(TimeProvider time) : DelegatingHandler
{
    // The SDK's adapter puts a request's options under the full name of their type.
    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(GraphCall).FullName!);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(Key, out var option) && option is GraphCall call)
        {
            call.Status = (int)response.StatusCode;
            call.RequestId = response.Headers.TryGetValues("request-id", out var ids) ? ids.FirstOrDefault() : null;
            call.RetryAfter = Wait(response.Headers.RetryAfter);
            call.Location = response.Headers.Location;
        }

        return response;
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter) => retryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}
