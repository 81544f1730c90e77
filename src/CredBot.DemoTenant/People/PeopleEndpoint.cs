using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.DemoTenant.People;

/// <summary><c>GET /demo/people</c>: whom one may be on the page.</summary>
internal static class PeopleEndpoint
{
    private static readonly PeopleJson Readable =
        new(new JsonSerializerOptions(PeopleJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/demo/people", (RequestDelegate)Answer);

    private static Task Answer(HttpContext context)
    {
        IReadOnlyList<ListedPerson> people =
        [
            .. context.RequestServices.GetRequiredService<DemoDirectory>().People
                .Where(static person => person.Listed)
                .Select(static person => new ListedPerson(
                    person.Id, person.DisplayName, person.UserPrincipalName, person.Role, person.About, person.AboutKo)),
        ];
        return context.Response.WriteAsJsonAsync(people, Readable.IReadOnlyListListedPerson, cancellationToken: context.RequestAborted);
    }
}

/// <summary>One person as the page lists them.</summary>
internal sealed record ListedPerson(string Id, string Name, string UserPrincipalName, string Role, string About, string AboutKo);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ListedPerson>))]
internal sealed partial class PeopleJson : JsonSerializerContext;
