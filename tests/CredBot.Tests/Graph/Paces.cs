using CredBot.Graph;
using CredBot.Graph.Calls;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Graph;

/// <summary>What services limit for the whole app is held back before they refuse it.</summary>
public sealed class Paces
{
    [Fact]
    public void A_Place_Is_Free_Again_When_The_Window_Has_Passed_Its_Taking()
    {
        var time = new FakeTimeProvider();
        var pace = new Pace(time, 2, TimeSpan.FromSeconds(10));

        Assert.Null(pace.Take());
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Null(pace.Take());
        Assert.Equal(TimeSpan.FromSeconds(6), pace.Take());
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(pace.Take());
        Assert.Equal(TimeSpan.FromSeconds(4), pace.Take());
    }

    /// <remarks>Source: Graph «Throttling limits», identity and access reports: five requests in ten seconds, per app and tenant.</remarks>
    [Fact]
    public async Task The_Sixth_Report_In_Ten_Seconds_Is_Not_Asked_For()
    {
        var network = new GraphNetwork(static _ => GraphNetwork.Json(200, """{"id":"x","isSsprEnabled":true}"""));
        for (var number = 0; number < 5; number++)
        {
            (await network.Client.GetRegistrationAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken)).Value();
        }

        var error = (await network.Client.GetRegistrationAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken)).Error();

        Assert.Equal(GraphErrorKind.Throttled, error.Kind);
        Assert.InRange(error.RetryAfter!.Value.TotalSeconds, 0.1, 10);
        Assert.Equal(5, network.Requests.Count);
    }

    /// <remarks>A turn reads within one budget: what is beyond it is named as unread, and nothing is asked twice for it.</remarks>
    [Fact]
    public async Task A_Turn_Asks_Eight_Times_At_Most()
    {
        var network = new GraphNetwork(static _ => GraphNetwork.Json(200, """{"id":"mina"}"""));
        var token = network.Client.ForTurn("secret");
        for (var number = 0; number < 8; number++)
        {
            (await network.Client.GetMeAsync(token, TestContext.Current.CancellationToken)).Value();
        }

        Assert.Equal(GraphErrorKind.NoAnswer, (await network.Client.GetMeAsync(token, TestContext.Current.CancellationToken)).Error().Kind);
        Assert.Equal(8, network.Requests.Count);
    }
}
