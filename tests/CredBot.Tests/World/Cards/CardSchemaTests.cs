namespace CredBot.Tests.World.Cards;

/// <summary>The schema itself: what it lets through and what it does not.</summary>
public sealed class CardSchemaTests
{
    private const string Button = """{"type":"Action.Execute","title":"Go","verb":"go","data":{"messageKey":"k"},"fallback":{"type":"Action.Submit","title":"Go","data":{"verb":"go"}}}""";

    [Fact]
    public void A_Card_Of_Version_1_5_Is_Good() => Assert.Null(CardSchema.Problem(Card(
        """{"type":"Container","style":"good","bleed":true,"items":[{"type":"TextBlock","text":"Done","wrap":true,"weight":"Bolder","style":"heading"}]}""",
        """{"type":"FactSet","facts":[{"title":"Who","value":"Kim"}]}""",
        """{"type":"Input.Text","id":"why","label":"Why","isRequired":true,"errorMessage":"Say why"}""",
        $$"""{"type":"ActionSet","actions":[{{Button}}]}""")));

    [Theory]
    [InlineData("an unknown element", """{"type":"TextBlok","text":"a"}""")]
    [InlineData("an unknown element deep inside", """{"type":"Container","items":[{"type":"Container","items":[{"type":"Blink","text":"a"}]}]}""")]
    [InlineData("a misspelt member", """{"type":"TextBlock","text":"a","wrapp":true}""")]
    [InlineData("a missing member", """{"type":"TextBlock","wrap":true}""")]
    [InlineData("a value of the wrong type", """{"type":"TextBlock","text":"a","wrap":"true"}""")]
    [InlineData("a value that is none", """{"type":"TextBlock","text":"a","weight":"Fat"}""")]
    [InlineData("an element newer than 1.5", """{"type":"Icon","name":"Alert"}""")]
    [InlineData("another one", """{"type":"Badge","text":"new"}""")]
    [InlineData("a member newer than 1.5", """{"type":"TextBlock","text":"a","targetWidth":"Wide"}""")]
    [InlineData("a value newer than 1.5", """{"type":"TextBlock","text":"a","spacing":"ExtraSmall"}""")]
    [InlineData("a button newer than 1.5", """{"type":"ActionSet","actions":[{"type":"Action.Popover","title":"a","content":{"type":"TextBlock","text":"a"}}]}""")]
    [InlineData("a button that is none", """{"type":"ActionSet","actions":[{"type":"Action.Http","title":"a"}]}""")]
    [InlineData("data with a name that is taken", """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"a","data":{"key":"k"}}]}""")]
    [InlineData("a bad fallback", """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"a","fallback":{"type":"Action.Sumbit"}}]}""")]
    public void What_Teams_Would_Not_Take_Is_Found(string what, string element) => Assert.True(CardSchema.Problem(Card(element)) is not null, what);

    [Theory]
    [InlineData("1.6")]
    [InlineData("9.9")]
    [InlineData("1.50")]
    public void Any_Other_Version_Is_Found(string version) => Assert.NotNull(CardSchema.Problem($$"""{"type":"AdaptiveCard","version":"{{version}}","body":[]}"""));

    [Fact]
    public void A_Card_Without_A_Version_Is_Found() => Assert.NotNull(CardSchema.Problem("""{"type":"AdaptiveCard","body":[]}"""));

    private static string Card(params string[] body) =>
        $$"""{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"en","body":[{{string.Join(',', body)}}]}""";
}
