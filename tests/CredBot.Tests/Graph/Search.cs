using CredBot.Graph;

namespace CredBot.Tests.Graph;

public sealed class Search
{
    private const string Id = "5a0d6f0e-1111-4000-8000-000000000001";

    [Fact]
    public async Task A_Name_Is_Searched_And_Filtered_And_Each_Person_Found_Once()
    {
        var network = new GraphNetwork(request => Searches(request)
            ? Users(("1", "Daniel Lee"), ("2", "Lee Daniel"), ("3", "Daniel Leeson"))
            : Users(("1", "Daniel Lee"), ("4", "Daniel Lee")));

        var hits = await Find(network, "  Daniel\u200B \t Lee ", 5);

        Assert.Equal(["1", "4", "3", "2"], hits.Users.Select(user => user.Id));
        Assert.False(hits.More);
        var search = network.Requests.Single(seen => seen.Query.Contains("$search", StringComparison.Ordinal));
        Assert.Contains("$search=\"displayName:Daniel Lee\"", search.Query, StringComparison.Ordinal);
        Assert.Contains("$top=6", search.Query, StringComparison.Ordinal);
        Assert.Equal("eventual", search.Headers["ConsistencyLevel"]);
        Assert.Contains(network.Requests, seen => seen.Query.Contains("$filter=startsWith(displayName,'Daniel Lee')", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_Than_Asked_For_Is_Said()
    {
        var network = new GraphNetwork(request => Searches(request) ? Users(("1", "A"), ("2", "B"), ("3", "C")) : Users());

        var hits = await Find(network, "kim", 2);

        Assert.Equal((2, true), (hits.Users.Count, hits.More));
    }

    [Fact]
    public async Task One_Word_May_Begin_A_Sign_In_Name()
    {
        var network = new GraphNetwork(_ => Users());

        await Find(network, "daniel2", 5);

        Assert.Contains(network.Requests, seen => seen.Query.Contains("startsWith(displayName,'daniel2') or startsWith(userPrincipalName,'daniel2')", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Directory_That_Does_Not_Search_Is_Filtered()
    {
        var network = new GraphNetwork(request => Searches(request) ? GraphNetwork.Error(400, "Request_UnsupportedQuery") : Users(("1", "Kim Sora")));

        Assert.Equal("1", Assert.Single((await Find(network, "Kim Sora", 5)).Users).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Half_An_Answer_Is_Not_An_Answer(bool searchFails)
    {
        var network = new GraphNetwork(request => Searches(request) == searchFails ? GraphNetwork.Error(403, "Authorization_RequestDenied") : Users(("1", "Kim Sora")));

        var result = await network.Client.FindUsersAsync(GraphNetwork.Token, "Kim Sora", 5, TestContext.Current.CancellationToken);

        Assert.Equal(GraphErrorKind.Forbidden, result.Error().Kind);
    }

    [Fact]
    public async Task An_Address_Is_Compared_Before_It_Is_Taken_For_A_Beginning()
    {
        var network = new GraphNetwork(_ => Users());

        await Find(network, "o'brien@hanbit.example", 5);

        Assert.Equal(
            [
                "userPrincipalName eq 'o''brien@hanbit.example' or mail eq 'o''brien@hanbit.example'",
                "startsWith(userPrincipalName,'o''brien@hanbit.example') or startsWith(mail,'o''brien@hanbit.example')",
            ],
            network.Requests.Select(seen => seen.Query.Split("$filter=")[1].Split("&$")[0]));
    }

    [Fact]
    public async Task A_Guests_Name_With_Hash_Marks_Reaches_Graph_Whole()
    {
        var network = new GraphNetwork(_ => Users(("m", "Marie Dubois")));

        await Find(network, "marie_partner.example#EXT#@hanbit.example", 5);

        Assert.Contains("eq 'marie_partner.example#EXT#@hanbit.example'", network.Requests.Single().Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Object_Id_Is_Looked_Up()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, $$"""{"id":"{{Id}}","displayName":"Daniel Lee"}"""));

        Assert.Equal(Id, Assert.Single((await Find(network, Id, 5)).Users).Id);
        Assert.Equal($"/users/{Id}", network.Requests.Single().Path);
    }

    [Fact]
    public async Task An_Unknown_Object_Id_Is_Nobody()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(404, "Request_ResourceNotFound"));

        Assert.Empty((await Find(network, Id, 5)).Users);
    }

    [Theory]
    [InlineData("Tom \"&\\ Becker", "\"displayName:Tom Becker\"")]
    [InlineData("R&D", "\"displayName:R D\"")]
    [InlineData("\" OR \"mail:", "\"displayName:OR mail:\"")]
    [InlineData("김소라 😀", "\"displayName:김소라 😀\"")]
    [InlineData("50% + #1", "\"displayName:50% + #1\"")]
    public async Task No_Words_Break_Out_Of_The_Query(string words, string clause)
    {
        var network = new GraphNetwork(_ => Users());

        await Find(network, words, 5);

        var query = new Uri(network.Requests.Single(seen => seen.Query.Contains("$search", StringComparison.Ordinal)).Url).Query;
        Assert.Equal(clause, Parameter(query, "$search"));
        Assert.Equal("6", Parameter(query, "$top"));
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("\"\"")]
    [InlineData("&")]
    [InlineData("'")]
    public async Task Words_Without_A_Letter_Are_Only_Filtered(string words)
    {
        var network = new GraphNetwork(_ => Users());

        Assert.Empty((await Find(network, words, 5)).Users);
        Assert.DoesNotContain("$search", network.Requests.Single().Query, StringComparison.Ordinal);
    }

    public static TheoryData<string> NobodysName => [ "", "   ", "\u200B", "\uD83D", new string('a', 300), string.Concat(Enumerable.Repeat("😀", 200)) ];

    [Theory]
    [MemberData(nameof(NobodysName))]
    public async Task What_Nobody_Can_Be_Called_Is_Not_Asked(string words)
    {
        var network = new GraphNetwork(_ => Users());

        Assert.Equal(UserHits.None, await Find(network, words, 5));
        Assert.Empty(network.Requests);
    }

    private static bool Searches(HttpRequestMessage request) => request.RequestUri!.Query.Contains("search=", StringComparison.Ordinal);

    private static string? Parameter(string query, string name) => query.TrimStart('?').Split('&').Select(part => part.Split('=', 2))
        .Where(pair => Uri.UnescapeDataString(pair[0]) == name).Select(pair => Uri.UnescapeDataString(pair[1])).Single();

    private static HttpResponseMessage Users(params (string Id, string Name)[] users) =>
        GraphNetwork.Json(200, $$"""{"value":[{{string.Join(',', users.Select(user => $$"""{"id":"{{user.Id}}","displayName":"{{user.Name}}"}"""))}}]}""");

    private static async Task<UserHits> Find(GraphNetwork network, string words, int limit) =>
        (await network.Client.FindUsersAsync(GraphNetwork.Token, words, limit, TestContext.Current.CancellationToken)).Value();
}
