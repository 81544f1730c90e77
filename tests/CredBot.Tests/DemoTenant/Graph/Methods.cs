using System.Net;
using System.Text.Json.Nodes;

namespace CredBot.Tests.DemoTenant.Graph;

public sealed class Methods : DirectoryTest
{
    private string Passes(string person) => $"users/{ObjectId(person)}/authentication/temporaryAccessPassMethods";

    [Fact]
    public async Task A_Password_Is_Always_Among_The_Methods_And_Never_Told()
    {
        var method = (await Get("me/authentication/methods", "yuna")).Values.Single();

        Assert.Equal((Password, "#microsoft.graph.passwordAuthenticationMethod"), ((string?)method["id"], (string?)method["@odata.type"]));
        Assert.Null(method["password"]);
    }

    [Theory]
    [InlineData("aiko", HttpStatusCode.OK)]
    [InlineData("pavel", HttpStatusCode.OK)]
    [InlineData("grace", HttpStatusCode.OK)]
    [InlineData("mina", HttpStatusCode.Forbidden)]
    [InlineData("peter", HttpStatusCode.Forbidden)]
    [InlineData("ursula", HttpStatusCode.Forbidden)]
    public async Task Other_Peoples_Methods_Are_Not_For_The_Helpdesk(string caller, HttpStatusCode status) =>
        Assert.Equal(status, (await Get($"users/{ObjectId("sora")}/authentication/methods", caller)).Status);

    [Fact]
    public async Task Without_The_Permission_The_Refusal_Is_Lower_Case() =>
        Assert.Equal("accessDenied", (await Get($"users/{ObjectId("sora")}/authentication/passwordMethods", "aiko", false, "User.Read.All")).Code);

    [Fact]
    [Trait("trap", "52")]
    public async Task A_Kind_That_No_Library_Knows_Comes_Too() =>
        Assert.Contains((await Get($"users/{ObjectId("omar")}/authentication/methods")).Values, method => (string?)method["@odata.type"] is "#microsoft.graph.externalAuthenticationMethod");

    [Fact]
    [Trait("trap", "20")]
    public async Task A_Second_Pass_Takes_The_Firsts_Place_And_Neither_Is_Told_Again()
    {
        var first = await Post(Passes("yuna"), "aiko", new JsonObject { ["lifetimeInMinutes"] = 60 });
        var second = await Post(Passes("yuna"), "aiko");
        var listed = Assert.Single((await Get(Passes("yuna"), "aiko")).Values);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.NotNull(first.Json["temporaryAccessPass"]);
        Assert.Equal((string?)second.Json["id"], (string?)listed["id"]);
        Assert.Null(listed["temporaryAccessPass"]);
    }

    [Theory]
    [Trait("trap", "21")]
    [InlineData(10)]
    [InlineData(481)]
    public async Task A_Lifetime_Outside_The_Policy_Is_Refused(int minutes) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Passes("yuna"), "aiko", new JsonObject { ["lifetimeInMinutes"] = minutes })).Status);

    [Fact]
    [Trait("trap", "22")]
    public async Task The_Helpdesk_Resets_A_Password_And_Gives_No_Pass()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Reset("yuna", "mina")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(Passes("yuna"), "mina")).Status);
    }

    [Theory]
    [InlineData("marie", HttpStatusCode.BadRequest)]
    [InlineData("aiko", HttpStatusCode.Forbidden)]
    [InlineData("mina", HttpStatusCode.Forbidden)]
    [InlineData("paul", HttpStatusCode.Forbidden)]
    public async Task Some_People_Get_No_Pass_From_An_Authentication_Administrator(string subject, HttpStatusCode status) =>
        Assert.Equal(status, (await Post(Passes(subject), "aiko")).Status);

    [Fact]
    public async Task A_Pass_Runs_Out_And_Can_Be_Taken_Back()
    {
        var pass = await Post(Passes("yuna"), "aiko");
        Assert.Equal(HttpStatusCode.NoContent, (await Send(HttpMethod.Delete, $"{Passes("yuna")}/{pass.Json["id"]}", Token("aiko"), null, eventual: false)).Status);
        Assert.Empty((await Get(Passes("yuna"), "aiko")).Values);
        await Post(Passes("yuna"), "aiko", new JsonObject { ["lifetimeInMinutes"] = 60 });
        Time.Advance(TimeSpan.FromMinutes(60));

        Assert.Empty((await Get(Passes("yuna"), "aiko")).Values);
    }
}
