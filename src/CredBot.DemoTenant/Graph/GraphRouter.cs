using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.DemoTenant.Graph;

/// <summary>Maps a Graph path under both versions and leads it through the front door.</summary>
internal sealed class GraphRouter(IEndpointRouteBuilder endpoints)
{
    private static readonly string[] Versions = ["v1.0", "beta"];

    private readonly DemoDirectory directory = endpoints.ServiceProvider.GetRequiredService<DemoDirectory>();
    private readonly GraphFrontDoor door = endpoints.ServiceProvider.GetRequiredService<GraphFrontDoor>();

    public void Get(string path, Func<GraphRequest, GraphAnswer> handle) => Map(HttpMethods.Get, path, handle);

    public void Post(string path, Func<GraphRequest, GraphAnswer> handle) => Map(HttpMethods.Post, path, handle);

    /// <summary>Maps the same thing under <c>/me</c> and under <c>/users/{user}</c>.</summary>
    public void PerUser(string method, string path, Func<GraphRequest, DemoPerson, GraphAnswer> handle)
    {
        Map(method, $"me{path}", request => request.Person is { } me
            ? handle(request, me)
            : GraphAnswer.Refused(StatusCodes.Status400BadRequest, "BadRequest", "/me request is only valid with delegated authentication flow."));
        Map(method, $"users/{{user}}{path}", request => GraphPath.User(request.Keys["user"], directory) is { } user
            ? handle(request, user)
            : GraphAnswer.NotFound(request.Keys["user"]));
    }

    /// <summary>Whatever no family has mapped: it is refused as Graph does it, token first.</summary>
    public void Rest()
    {
        foreach (var version in Versions)
        {
            endpoints.Map($"{GraphPath.Prefix}/{version}/{{**rest}}", (RequestDelegate)(context => door.HandleAsync(context, NotMapped)));
        }
    }

    private static GraphAnswer NotMapped(GraphRequest request) => GraphAnswer.Refused(
        StatusCodes.Status400BadRequest, "BadRequest", $"Resource not found for the segment '{request.Keys["rest"].Split('/')[^1]}'.");

    private void Map(string method, string path, Func<GraphRequest, GraphAnswer> handle)
    {
        foreach (var version in Versions)
        {
            endpoints.MapMethods($"{GraphPath.Prefix}/{version}/{path}", [method], (RequestDelegate)(context => door.HandleAsync(context, handle)));
        }
    }
}
